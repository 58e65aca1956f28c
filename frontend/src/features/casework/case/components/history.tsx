import { useMemo, useState } from 'react';
import type { CaseEvent, Stamp } from '@/api';
import { Icon, SealPair, StatusChip, Timeline, type TimelineItem } from '@/components';
import { shortDateTime } from '@/format/dates';
import { stepName } from '@/format/labels';
import { useT, type Translate } from '@/i18n';
import { detailOf, isMinor, lookOf, titleOf } from '../model/event-words';
import styles from './history.module.css';

const outcomeOf = (event: CaseEvent, stamps: readonly Stamp[]) => {
  const stamp = stamps.find(({ stepKey, round }) => stepKey === event.stepKey && round === event.round);
  if (event.kind === 'step.confirmed') return <StatusChip look="done" label="status.twoPersons" />;
  if (event.kind === 'step.entered' && stamp?.outcome === 'open' && !event.refusal) return <StatusChip look="second" />;
  return null;
};

export function itemsOf(events: readonly CaseEvent[], stamps: readonly Stamp[], officer: string, t: Translate): TimelineItem[] {
  return events.map((event, index) => ({
    id: `${event.at}-${index}`,
    time: shortDateTime(event.at),
    dateTime: event.at,
    ...lookOf(event),
    title: titleOf(event, t),
    who: event.actors.map(({ no, name }) => (no === officer ? t('inbox.preview.you', { name }) : name)).join(t('app.listDot')),
    detail: detailOf(event, t),
    right: outcomeOf(event, stamps),
  }));
}

interface HistoryProps { readonly events: readonly CaseEvent[]; readonly stamps: readonly Stamp[]; readonly officer: string; readonly element: string | null; readonly onElement: (id: string | null) => void }

/** 経過: the whole story, step by step with its pair of seals; filtered by person, step and kind. */
export const History = ({ events, stamps, officer, element, onElement }: HistoryProps) => {
  const t = useT();
  const [person, setPerson] = useState('');
  const [step, setStep] = useState('');
  const [minor, setMinor] = useState(false);
  const people = [...new Map(events.flatMap(({ actors }) => actors.map(({ no, name }) => [no ?? name, name] as const)))];
  const steps = [...new Map(events.filter(({ stepKey }) => stepKey).map(({ stepKey, stepLabel }) => [stepKey!, stepName(stepLabel ?? stepKey!)] as const))];
  const shown = useMemo(() => events.filter((event) =>
    (minor || !isMinor(event)) && (person === '' || event.actors.some(({ no, name }) => (no ?? name) === person)) && (step === '' || event.stepKey === step)
    && (element === null || event.elementId === element)), [events, person, step, minor, element]);
  const pairs = stamps.filter((stamp) => step === '' || stamp.stepKey === step);
  return (
    <div className={styles.history}>
      <div className={styles.filters}>
        <label>{t('case.filter.person')} <select className="select" value={person} onChange={(event) => setPerson(event.target.value)}><option value="">{t('case.filter.all')}</option>{people.map(([no, name]) => <option key={no} value={no}>{name}</option>)}</select></label>
        <label>{t('case.filter.step')} <select className="select" value={step} onChange={(event) => setStep(event.target.value)}><option value="">{t('case.filter.all')}</option>{steps.map(([key, label]) => <option key={key} value={key}>{label}</option>)}</select></label>
        <label className="row"><input type="checkbox" checked={minor} onChange={(event) => setMinor(event.target.checked)} />{t('case.filter.minor')}</label>
        {element !== null && <button type="button" className="btn small plain" onClick={() => onElement(null)}><Icon name="cross" size={12} />{t('case.filter.element')}</button>}
      </div>
      <ul className={styles.pairs} aria-label={t('case.pairs')}>
        {pairs.map((stamp) => (
          <li key={`${stamp.stepKey}-${stamp.round}`}>
            <span>{stepName(stamp.stepLabel)}{stamp.round > 1 && t('event.round', { n: stamp.round })}</span>
            <SealPair doer={stamp.doer?.name ?? null} checker={stamp.checker?.name ?? null} />
            {stamp.outcome === 'confirmed' && <StatusChip look="done" label="status.twoPersons" />}
            {stamp.outcome === 'returned' && <StatusChip look="returned" />}
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="sub">{t('case.noEvents')}</p> : <Timeline items={itemsOf(shown, stamps, officer, t)} />}
    </div>
  );
};

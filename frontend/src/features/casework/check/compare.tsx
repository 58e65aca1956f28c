import type { ReactNode } from 'react';
import type { Source, Spot } from '@/components/source';
import { useT } from '@/i18n';
import { isLeftOut } from '../work/left-out';
import type { CheckItem } from '../work/types';
import { AnswerButton } from './answer-button';
import styles from './check.module.css';
import { EnteredValue } from './entered-value';
import { cropUrl, fieldsOf, isRight, spotOfItem } from './item-spec';
import type { Answer } from './use-check';

interface CompareProps {
  readonly item: CheckItem;
  readonly active: boolean;
  readonly busy: boolean;
  readonly ready: () => boolean;
  readonly sources: readonly Source[];
  readonly onAnswer: (answer: Answer) => void;
  /** An answer that says more than 同じ wants to know of what, or why. */
  readonly onAsk: (answer: WrongAnswer) => void;
  readonly onActivate: () => void;
}
export type WrongAnswer = 'entry-mistake' | 'unreadable' | 'source-wrong';

/** 見くらべる: the source at the left, the value at the right, as large; one answer for what one look takes in. */
export const Compare = ({ item, active, busy, ready, sources, onAnswer, onAsk, onActivate }: CompareProps) => {
  const t = useT();
  if (item.state === 'closed') return <span className="muted">{t('check.closed')}</span>;
  return (
    <>
      {item.fields ? <Together item={item} sources={sources} /> : <OneByOne item={item} spot={spotOfItem(item, sources)} />}
      <div className={styles.answers} role="group" aria-label={item.label} onFocus={onActivate}>
        <AnswerButton n={1} label={t('check.same')} active={active} busy={busy} ready={ready} onPress={() => onAnswer('same')} />
        <AnswerButton n={2} label={t('check.entryMistake')} active={active} busy={busy} ready={ready} onPress={() => onAsk('entry-mistake')} />
        <AnswerButton n={3} label={t('check.unreadable')} active={active} busy={busy} ready={ready} onPress={() => onAsk('unreadable')} />
        <AnswerButton n={4} label={t('check.sourceWrong')} active={active} busy={busy} ready={ready} onPress={() => onAsk('source-wrong')} />
      </div>
    </>
  );
};

const OneByOne = ({ item, spot }: { item: CheckItem; spot: Spot | null }) => {
  const t = useT();
  return (
    <div className={styles.pair}>
      {spot && !isLeftOut(item) && <Framed caption={t('check.source')}><img src={cropUrl(spot)} alt={t('check.crop', { label: item.label })} /></Framed>}
      <Framed caption={t('seal.entry')}><EnteredValue item={item} /></Framed>
      {isLeftOut(item) && <span className="sub sm">{t(item.type === 'blanks' ? 'check.blanksHow' : 'check.rowsHow')}</span>}
    </div>
  );
};

const Framed = ({ caption, children }: { caption: string; children: ReactNode }) => (
  <figure className={styles.framed}>
    <div>{children}</div>
    <figcaption>{caption}</figcaption>
  </figure>
);

/** One box of the paper: each value beside its own piece of the source. What was found right before the return is shown so and not asked. */
const Together = ({ item, sources }: { item: CheckItem; sources: readonly Source[] }) => {
  const t = useT();
  const fields = fieldsOf(item);
  const leftOut = fields.every(isLeftOut);
  return (
    <table className={`${styles.together} ${leftOut ? styles.leftOut : ''}`}>
      <caption className="vh">{item.label}</caption>
      <thead>
        <tr><th scope="col">{t('check.field')}</th>{!leftOut && <th scope="col">{t('check.source')}</th>}<th scope="col">{t('seal.entry')}</th></tr>
      </thead>
      <tbody>
        {fields.map((field) => <Row key={field.key} field={field} spot={leftOut ? null : spotOfItem(field, sources)} columns={leftOut ? 1 : 2} />)}
      </tbody>
    </table>
  );
};

/** A box as wide as the paper keeps its whole width: what is ticked may stand at its right end. */
const LONG = 10;
const isLong = ({ box: [, , w, h] }: Spot): boolean => (w * Math.SQRT1_2) / h > LONG;

const Row = ({ field, spot, columns }: { field: CheckItem; spot: Spot | null; columns: 1 | 2 }) => {
  const t = useT();
  const crop = spot && <img src={cropUrl(spot)} alt={t('check.crop', { label: field.label })} />;
  const how = field.type === 'blanks' ? 'check.blanksHow' : field.type === 'rows' ? 'check.rowsHow' : null;
  const value = <><EnteredValue item={field} />{how && <span className={styles.how}>{t(how)}</span>}</>;
  return (
    <tr>
      <th scope="row">{field.label}{isRight(field) && field.changed === false && <small className={styles.matched}>{t('check.sameBefore')}</small>}</th>
      {spot && isLong(spot)
        ? <td className={styles.value} colSpan={2}>{crop}{value}</td>
        : <>{columns === 2 && <td>{crop}</td>}<td className={styles.value}>{value}</td></>}
    </tr>
  );
};

import { useId, useState } from 'react';
import { Icon } from '@/components';
import { isMessageKey, useT, type Translate } from '@/i18n';
import { formatJapaneseDay, type FieldValue } from '@/jp';
import type { CheckWork } from '../work/types';
import styles from './check.module.css';
import { nameOf } from './item-name';

const plainly = (value: FieldValue): string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatJapaneseDay(value) : Array.isArray(value) ? value.join('、') : String(value ?? '');
const reasonWord = (reason: string, t: Translate): string => {
  const key = `check.system.${reason}`;
  return isMessageKey(key) ? t(key) : reason;
};

interface SystemItemsProps {
  readonly system: CheckWork['system'];
  readonly returning: ReadonlySet<string>;
  readonly onReturn: (key: string) => void;
}

/** システムが確かめた項目: folded with count and reason; can be opened, and any of them can be returned. */
export const SystemItems = ({ system, returning, onReturn }: SystemItemsProps) => {
  const t = useT();
  const listId = useId();
  const [open, setOpen] = useState(false);
  if (system.length === 0) return null;
  const byReason = groupBy(system);
  return (
    <section className={styles.system}>
      <h2>
        <button type="button" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down' : 'right'} size={14} />
          <b>{t('check.system', { n: system.length })}</b>
          <span className="sub">{[...byReason].map(([reason, list]) => `${reasonWord(reason, t)} ${list.length}`).join('　')}</span>
        </button>
      </h2>
      {open && (
        <ul id={listId}>
          {system.map((one) => (
            <li key={one.key}>
              <span className={styles.label}>{nameOf(one, t)}</span>
              <span className="grow">{plainly(one.value)}</span>
              <span className="muted sm">{reasonWord(one.reason, t)}</span>
              <button type="button" className="btn small quiet" aria-pressed={returning.has(one.key)} onClick={() => onReturn(one.key)}>
                {returning.has(one.key) ? t('check.systemReturned') : t('check.systemReturn')}<span className="vh">（{nameOf(one, t)}）</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

function groupBy(system: CheckWork['system']): Map<string, CheckWork['system'][number][]> {
  const groups = new Map<string, CheckWork['system'][number][]>();
  for (const one of system) groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]);
  return groups;
}

import { useId, useState } from 'react';
import { Icon } from '@/components';
import { useT } from '@/i18n';
import type { CheckWork } from '../work/types';
import styles from './check.module.css';

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
          <span className="sub">{[...byReason].map(([reason, list]) => `${reason} ${list.length}`).join('　')}</span>
        </button>
      </h2>
      {open && (
        <ul id={listId}>
          {system.map((one) => (
            <li key={one.key}>
              <span className={styles.label}>{one.label}</span>
              <span className="grow">{String(one.value ?? '')}</span>
              <span className="muted sm">{one.reason}</span>
              <button type="button" className="btn small quiet" aria-pressed={returning.has(one.key)} onClick={() => onReturn(one.key)}>
                {returning.has(one.key) ? t('check.systemReturned') : t('check.systemReturn')}<span className="vh">（{one.label}）</span>
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

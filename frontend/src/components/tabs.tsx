import { localKeys } from '@/keys';
import styles from './tabs.module.css';

export interface TabItem { readonly id: string; readonly label: string; readonly count?: number }

/** タブ: one tab stop; the arrows move and open. */
export const Tabs = ({ tabs, current, label, onOpen }: { tabs: readonly TabItem[]; current: string; label: string; onOpen: (id: string) => void }) => {
  const move = (by: number) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const next = tabs[(at + by + tabs.length) % tabs.length]!;
    onOpen(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={`${styles.tabs} no-print`} {...localKeys({ ArrowRight: () => move(1), ArrowLeft: () => move(-1) })}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          aria-selected={tab.id === current}
          aria-controls={tab.id === current ? `panel-${tab.id}` : undefined}
          tabIndex={tab.id === current ? 0 : -1}
          className={styles.tab}
          onClick={() => onOpen(tab.id)}
        >
          {tab.label}{tab.count !== undefined && ` ${tab.count}`}
        </button>
      ))}
    </div>
  );
};

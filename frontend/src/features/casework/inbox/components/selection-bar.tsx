import { useT, type MessageKey } from '@/i18n';
import styles from './selection-bar.module.css';

export type BulkAct = 'claim' | 'assign' | 'giveBack' | 'hold' | 'resume';
const words: Record<BulkAct, MessageKey> = { claim: 'inbox.act.claim', assign: 'inbox.act.assign', giveBack: 'inbox.act.giveBack', hold: 'inbox.act.hold', resume: 'inbox.act.resume' };

interface SelectionBarProps { readonly count: number; readonly acts: readonly BulkAct[]; readonly onAct: (act: BulkAct) => void; readonly onNone: () => void }

/** What can be done with several rows at once. Checking, approving and returning are never among it. */
export const SelectionBar = ({ count, acts, onAct, onNone }: SelectionBarProps) => {
  const t = useT();
  return (
    <div className={`${styles.bar} no-print`}>
      <b role="status">{t('inbox.selected', { n: count })}</b>
      {acts.map((act) => <button key={act} type="button" className={`btn small ${styles.act}`} onClick={() => onAct(act)}>{t(words[act])}</button>)}
      <button type="button" className={`btn small quiet ${styles.none}`} onClick={onNone}>{t('inbox.act.none')}</button>
    </div>
  );
};

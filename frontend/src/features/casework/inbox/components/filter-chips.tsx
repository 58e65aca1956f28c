import { useState } from 'react';
import type { Task } from '@/api';
import { Icon, Modal, Notice } from '@/components';
import { useT } from '@/i18n';
import { kindsAmong, quickFilters, quickLabels, type QuickFilter } from '../model/filters';
import { dropView, keepView, mostViews, useSavedViews } from '../model/saved-views';
import styles from './filter-chips.module.css';

export interface Chip { readonly id: string; readonly label: string; readonly query: string; readonly count?: number; readonly saved?: boolean; readonly icon?: 'back' }

/** The chips of a view, in the order of the keys 1–9. */
export function useChips(tasks: readonly Task[], total: number): Chip[] {
  const t = useT();
  const saved = useSavedViews();
  const quick = (Object.keys(quickFilters) as QuickFilter[])
    .map((id) => ({ id, count: tasks.filter(quickFilters[id]).length }))
    .filter(({ id, count }) => id === 'near' || (count > 0 && count < tasks.length))
    .map(({ id, count }): Chip => ({ id, label: t(quickLabels[id]), query: `q=${id}`, count, ...(id === 'returned' ? { icon: 'back' as const } : {}) }));
  const kinds = kindsAmong(tasks);
  const byKind = kinds.length < 2 ? [] : kinds.slice(0, 3).map(({ kind, label, count }): Chip => ({ id: `kind-${kind}`, label, query: `kind=${kind}`, count }));
  return [
    { id: 'all', label: t('inbox.chip.all'), query: '', count: total },
    ...quick,
    ...byKind,
    ...saved.map(({ name, query }): Chip => ({ id: `saved-${name}`, label: name, query, saved: true })),
  ].slice(0, mostViews + 1);
}

const KeepDialog = ({ query, onClose }: { query: string; onClose: () => void }) => {
  const t = useT();
  const saved = useSavedViews();
  const [name, setName] = useState('');
  const full = saved.length >= mostViews;
  const keep = () => {
    if (name.trim() === '' || full) return;
    keepView({ name: name.trim().slice(0, 20), query });
    onClose();
  };
  return (
    <Modal title={t('inbox.keep.title')} onClose={onClose} onMain={keep}
      actions={<><button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button><button type="button" className="btn primary" aria-disabled={full || name.trim() === ''} onClick={keep}>{t('inbox.keep.do')}</button></>}>
      {full && <Notice look="wait">{t('inbox.keep.full')}</Notice>}
      <label className="stack">{t('inbox.keep.name')}
        <input className="input" value={name} maxLength={20} autoFocus onChange={(event) => setName(event.target.value)} />
      </label>
      <p className="sm sub">{t('inbox.keep.help')}</p>
    </Modal>
  );
};

interface FilterChipsProps { readonly chips: readonly Chip[]; readonly query: string; readonly more: boolean; readonly onChoose: (query: string) => void }

/** しぼりこみ: toggle buttons; the one in force says so by fill, weight and aria-pressed. */
export const FilterChips = ({ chips, query, more, onChoose }: FilterChipsProps) => {
  const t = useT();
  const [keeping, setKeeping] = useState(false);
  const known = chips.some((chip) => chip.query === query);
  return (
    <div role="group" aria-label={t('inbox.chips')} className={styles.chips}>
      {chips.map((chip) => (
        <span key={chip.id} className={styles.holder}>
          <button type="button" aria-pressed={chip.query === query} className={styles.chip} onClick={() => onChoose(chip.query)}>
            {chip.icon && <Icon name={chip.icon} size={14} />}{chip.label}
            {chip.count !== undefined && <b>{chip.count}{more && chip.id !== 'all' ? '+' : ''}</b>}
          </button>
          {chip.saved && chip.query === query && (
            <button type="button" className={styles.drop} aria-label={t('inbox.chip.drop', { name: chip.label })} onClick={() => { dropView(chip.label); onChoose(''); }}>
              <Icon name="cross" size={12} />
            </button>
          )}
        </span>
      ))}
      {query !== '' && (!known || !chips.some((chip) => chip.saved && chip.query === query)) && (
        <button type="button" className={styles.chip} onClick={() => setKeeping(true)}><Icon name="plus" size={12} />{t('inbox.chip.keep')}</button>
      )}
      {keeping && <KeepDialog query={query} onClose={() => setKeeping(false)} />}
    </div>
  );
};

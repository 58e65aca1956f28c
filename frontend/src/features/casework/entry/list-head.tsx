import { useState } from 'react';
import { Icon } from '@/components';
import { labelOf } from '@/components/fields';
import { useLanguage, useT } from '@/i18n';
import { localKeys } from '@/keys';
import type { HeadSlot } from './form-slots';
import work from '../work/work.module.css';
import styles from './entry.module.css';

interface ListHeadProps {
  readonly slot: HeadSlot;
  readonly active: number;
  readonly openRows: ReadonlySet<number>;
  readonly readOnly: boolean;
  readonly onShow: (row: number) => void;
}

const partsOf = (name: unknown): string[] => String(name ?? '').split('\u3000').filter((part) => part !== '');

/** 加入する人: one chip for each person; the chosen one's fields are below. A dot says that something is still open. */
export const ListHead = ({ slot, active, openRows, readOnly, onShow }: ListHeadProps) => {
  const t = useT();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const rows = slot.rows ?? [];
  const chip = slot.spec.properties?.chip ?? 'name';
  const nameOf = (row: number) => {
    const [family = '', given] = partsOf(rows[row]?.[chip]);
    if (family === '') return t('entry.person', { n: row + 1 });
    return given === undefined ? family : row > 0 && partsOf(rows[0]?.[chip])[0] === family ? given : `${family} ${given}`;
  };
  const add = () => {
    slot.setRows([...rows, {}]);
    onShow(rows.length);
  };
  const remove = () => {
    setAsking(false);
    slot.setRows(rows.filter((_, index) => index !== active));
    onShow(Math.max(0, active - 1));
  };
  const free = !readOnly && !slot.spec.properties?.fixed;
  return (
    <div className={styles.listHead}>
      <h2 id={slot.headingId} className={work.section}>{labelOf(slot.spec, language)}</h2>
      <div className={styles.chips} role="tablist" aria-labelledby={slot.headingId}>
        {rows.map((_, row) => (
          <button
            key={row}
            type="button"
            role="tab"
            aria-selected={row === active}
            tabIndex={row === active ? 0 : -1}
            className={row === active ? styles.on : ''}
            onClick={() => onShow(row)}
            {...localKeys({
              ArrowRight: () => onShow((row + 1) % rows.length),
              ArrowLeft: () => onShow((rows.length + row - 1) % rows.length),
            })}
          >
            <span>{row + 1}</span> <span className="name">{nameOf(row)}</span>
            {openRows.has(row) && <span className={styles.dot}><span className="vh">{t('entry.personOpen')}</span></span>}
          </button>
        ))}
      </div>
      {free && <button type="button" className="btn small quiet" onClick={add}><Icon name="plus" size={14} />{t('entry.addPerson')}</button>}
      {free && rows.length > 1 && !asking && <button type="button" className="btn small quiet" onClick={() => setAsking(true)}><Icon name="minus" size={14} />{t('entry.removePerson')}</button>}
      {asking && (
        <span className="row" role="alert">
          {t('entry.removeAsk', { name: nameOf(active) })}
          <button type="button" className="btn small return" onClick={remove}>{t('entry.removeYes')}</button>
          <button type="button" className="btn small plain" onClick={() => setAsking(false)}>{t('app.cancel')}</button>
        </span>
      )}
    </div>
  );
};

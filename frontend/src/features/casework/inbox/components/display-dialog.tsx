import { useId } from 'react';
import { Modal } from '@/components';
import { useT, type MessageKey } from '@/i18n';
import { optionalColumns, rowHeights, type Density, type Display, type OptionalColumn } from '../model/display';
import styles from './dialogs.module.css';

export const densityWord = (density: Density): MessageKey => `inbox.display.${density}`;
const columnWords: Record<OptionalColumn, MessageKey> = { received: 'inbox.col.received', section: 'inbox.col.section', holder: 'inbox.col.holder' };

/** 表示のしかた: row height, columns, names; takes effect at once. */
export const DisplayDialog = ({ display, onChange, onClose }: { display: Display; onChange: (next: Display) => void; onClose: () => void }) => {
  const t = useT();
  const id = useId();
  const toggle = (column: OptionalColumn) =>
    onChange({ ...display, columns: optionalColumns.filter((other) => (other === column) !== display.columns.includes(other)) });
  return (
    <Modal title={t('inbox.display.title')} onClose={onClose}>
      <fieldset>
        <legend className={styles.label}>{t('inbox.display.density')}</legend>
        <div className="row">
          {(Object.keys(rowHeights) as Density[]).map((density) => (
            <label key={density} className={styles.choice}>
              <input type="radio" name={id} checked={display.density === density} onChange={() => onChange({ ...display, density })} />{t(densityWord(density))}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className={styles.label}>{t('inbox.display.columns')}</legend>
        <div className="row">
          {optionalColumns.map((column) => (
            <label key={column} className={styles.choice}>
              <input type="checkbox" checked={display.columns.includes(column)} onChange={() => toggle(column)} />{t(columnWords[column])}
            </label>
          ))}
        </div>
      </fieldset>
      <label className={styles.choice}><input type="checkbox" checked={display.preview} onChange={(event) => onChange({ ...display, preview: event.target.checked })} />{t('inbox.display.preview')}</label>
      <label className={styles.choice}><input type="checkbox" checked={display.names} onChange={(event) => onChange({ ...display, names: event.target.checked })} />{t('inbox.display.names')}</label>
    </Modal>
  );
};

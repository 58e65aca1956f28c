import { useLanguage, useT } from '@/i18n';
import { ageShown, formatJapaneseDay, formatWeekday, onlyDigits, shownForm, type FieldValue } from '@/jp';
import styles from './fields.module.css';
import { useFieldServices } from './services';
import type { FieldSpec } from './spec';

/** 読み返し: what the system understood, beside the field at once. */
export const Echo = ({ spec, value }: { spec: FieldSpec; value: FieldValue }) => {
  const t = useT();
  const language = useLanguage();
  const { today } = useFieldServices();
  const text = typeof value === 'string' ? value : '';
  if (spec.type === 'jp-date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const age = spec.properties?.age ? ageShown(value, today) : null;
    return (
      <output className={styles.echo}>
        {language === 'ja' && !text.endsWith('-99') ? <><b>{formatJapaneseDay(text)}</b>{formatWeekday(text)}</> : <b>{shownForm(value, spec, language)}</b>}
        {age !== null && <> {t('jp.age', { age })}</>}
      </output>
    );
  }
  if (spec.type === 'jp-amount' && typeof value === 'number') return <output className={styles.echo}><b>{shownForm(value, spec, language)}</b></output>;
  if (spec.type === 'jp-number' && spec.properties?.unit) return <span className={styles.echo}>{language === 'en' ? spec.properties.unitEn : spec.properties.unit}</span>;
  if (spec.type === 'jp-postal' && text !== '' && /^\D*\d{1,6}\D*$/.test(text)) {
    const missing = 7 - (onlyDigits(text) ?? '').length;
    return missing > 0 ? <output className={styles.echo}>{t('jp.postal.more', { count: missing })}</output> : null;
  }
  if (spec.type === 'jp-serials' && Array.isArray(value)) return <output className={styles.echo}>{t('jp.serials.count', { count: value.length })}</output>;
  return null;
};

import { typedForm, formatJapaneseDay, shownForm, type FieldValue } from '@/jp';
import type { FieldSpec } from '@/components/fields';
import { useLanguage, useT, type Language, type Translate } from '@/i18n';
import type { CheckItem } from '../work/types';
import styles from './check.module.css';
import { specOf } from './item-spec';

/** A value set beside another: a date without its weekday, which would only double every difference. */
export const compared = (value: FieldValue, spec: FieldSpec, language: Language): string =>
  spec.type === 'jp-date' && language === 'ja' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !value.endsWith('-99') ? formatJapaneseDay(value) : shownForm(value, spec, language);

/** The value in one line: what stands behind a decided item. */
export const inOneLine = (item: CheckItem, t: Translate, language: Language): string => {
  if (item.type === 'jp-mynumber') return '';
  if (item.type === 'rows') return t('check.rows', { n: Number(item.value ?? 0) });
  if (item.type === 'blanks' && Array.isArray(item.value)) return t('check.blankCount', { n: item.value.length });
  return compared(item.value ?? null, specOf(item), language);
};

/** 入力された値, as large as it stands on the paper. */
export const EnteredValue = ({ item }: { item: CheckItem }) => {
  const t = useT();
  const language = useLanguage();
  const spec = specOf(item);
  if (item.type === 'blanks' && Array.isArray(item.value)) return <ul className={styles.blanks}>{item.value.map((label) => <li key={label}>{label}</li>)}</ul>;
  if (item.type === 'rows') return <span>{t('check.rows', { n: Number(item.value ?? 0) })}</span>;
  return <span className={spec.type === 'jp-name' ? 'name' : undefined}>{compared(item.value ?? null, spec, language) || typedForm(item.value ?? null, spec) || t('conflict.empty')}</span>;
};

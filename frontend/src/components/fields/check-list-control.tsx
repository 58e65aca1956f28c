import { useLanguage } from '@/i18n';
import type { ControlProps } from './control';
import styles from './fields.module.css';

/** 書類の印: boxes to tick, stored in the order of the form. */
export const CheckListControl = ({ id, spec, value, onValue, onLeave, readOnly = false, describedBy, label }: ControlProps) => {
  const language = useLanguage();
  const ticked = Array.isArray(value) ? value : [];
  const values = spec.values ?? [];
  const toggle = (one: string) => {
    const next = values.map((v) => v.value).filter((v) => (v === one ? !ticked.includes(v) : ticked.includes(v)));
    onValue(next.length > 0 ? next : null);
  };
  return (
    <div role="group" aria-label={label} aria-describedby={describedBy} className={styles.ticks} onBlur={() => onLeave?.()}>
      {values.map((v, index) => (
        <label key={v.value}>
          <input
            {...(index === 0 ? { id } : {})}
            type="checkbox"
            checked={ticked.includes(v.value)}
            aria-disabled={readOnly || undefined}
            onChange={() => !readOnly && toggle(v.value)}
          />
          {language === 'en' ? v.en ?? v.label : v.label}
        </label>
      ))}
    </div>
  );
};

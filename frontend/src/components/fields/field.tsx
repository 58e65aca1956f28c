import { useId, type ReactNode } from 'react';
import { Icon } from '@/components/icon';
import { useLanguage, useT } from '@/i18n';
import { readField, type DateSuggestion, type FieldValue } from '@/jp';
import { Echo } from './echo';
import { FieldControl } from './field-control';
import styles from './fields.module.css';
import { helpOf, labelOf, type FieldSpec } from './spec';

export interface RegisterValue { readonly value: string; readonly source: string; readonly note?: string | null }
export interface ReturnedNote { readonly reason: string; readonly note?: string | null; readonly former: string | null; readonly changed: boolean }

interface FieldProps {
  readonly spec: FieldSpec;
  readonly path: string;
  readonly value: FieldValue;
  readonly onValue: (value: FieldValue) => void;
  readonly onLeave?: () => void;
  readonly onFill?: (values: Readonly<Record<string, FieldValue>>) => void;
  readonly onReading?: (kana: string) => void;
  readonly error?: string | null;
  readonly suggestions?: readonly DateSuggestion[];
  readonly returned?: ReturnedNote | null;
  readonly readOnly?: boolean;
  /** Filled by the input method's reading and not touched since. */
  readonly heard?: boolean;
  /** What the register says where it differs from, or stands beside, what is typed. */
  readonly beside?: string | null;
  readonly after?: ReactNode;
}

const TwoMark = () => {
  const t = useT();
  return <span className={styles.two} title={t('field.twoMark')}><Icon name="two" /><span className="vh">{t('field.twoMark')}</span></span>;
};

/** 項目: label, required mark, input, what was understood, help, what is wrong, and why it came back. */
export const Field = ({ spec, path, value, error = null, suggestions = [], returned = null, readOnly = false, heard = false, beside = null, after, ...control }: FieldProps) => {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  const label = labelOf(spec, language);
  const help = helpOf(spec, language);
  const [helpId, errorId, returnId] = [`${id}-help`, `${id}-error`, `${id}-return`];
  const describedBy = [returned && returnId, help && helpId, error && errorId].filter(Boolean).join(' ') || undefined;
  const isGroup = spec.type === 'jp-check-list';
  const words = <>{label}{spec.validate?.required && <span className={styles.required}>{t('field.required')}</span>}</>;
  return (
    <div className={`${styles.field} ${returned ? styles.returned : ''}`} data-field={path} data-open={error !== null || (returned !== null && !returned.changed) || undefined}>
      <div className={styles.side}>
        {isGroup ? <span className={styles.label}>{words}</span> : <label className={styles.label} htmlFor={id}>{words}</label>}
        {help !== '' && <p id={helpId} className={styles.help}>{help}</p>}
      </div>
      <div className={styles.body}>
        {returned && (
          <p id={returnId} className={styles.returnNote}>
            <Icon name="back" /> {returned.reason}
            {returned.note && <> ・ {returned.note}</>}
            {returned.former !== null && <>　{t('field.former', { value: returned.former })}</>}
          </p>
        )}
        <div className={styles.line}>
          <FieldControl id={id} spec={spec} path={path} value={value} label={label} readOnly={readOnly} invalid={error !== null} {...(describedBy ? { describedBy } : {})} {...control} />
          <Echo spec={spec} value={value} />
          {heard && <span className="muted sm">{t('field.heard')}</span>}
          {returned?.changed && <span className={styles.done}><Icon name="tick" /> {t('field.corrected')}</span>}
          {spec.properties?.verify === 'reenter' && <TwoMark />}
          {after}
        </div>
        {beside !== null && <p className={styles.beside}>{beside}</p>}
        {error !== null && <p id={errorId} className={styles.error}><Icon name="alert" /> <span>{error}</span></p>}
        {suggestions.length > 0 && (
          <p className={styles.offers}>
            {suggestions.slice(0, 3).map((one) => (
              <button key={one.iso} type="button" className="btn small" onClick={() => control.onValue(one.iso)}>{t('jp.date.take', { date: one.label })}</button>
            ))}
          </p>
        )}
      </div>
    </div>
  );
};

/** 住民票から: a value of the register, read-only in a dashed frame with its source. */
export const RegisterField = ({ spec, path, register, shown, onUnlock }: { spec: FieldSpec; path: string; register: RegisterValue; shown: string; onUnlock?: () => void }) => {
  const t = useT();
  const language = useLanguage();
  const labelId = useId();
  return (
    <div className={styles.field} data-field={path}>
      <span className={styles.label} id={labelId}>{labelOf(spec, language)}</span>
      <div className={styles.body}>
        <output aria-labelledby={labelId} className={`${styles.register} ${spec.type === 'jp-name' ? styles.name : ''}`}>
          <span>{shown}</span>
          <span className={styles.source}><Icon name="tick" size={14} /> {t('field.from', { source: register.source })}</span>
        </output>
        <Unlock label={labelOf(spec, language)} onUnlock={onUnlock} />
        {register.note && <p className={styles.help}>{register.note}</p>}
      </div>
    </div>
  );
};

/** 住民票の内容: what the register says of one person, on one line. */
export const RegisterSummary = ({ path, facts, source, note, onUnlock }: { path: string; facts: readonly { readonly key: string; readonly text: string }[]; source: string; note: string | null; onUnlock?: () => void }) => {
  const t = useT();
  const labelId = useId();
  return (
    <div className={styles.field} data-field={path}>
      <span className={styles.label} id={labelId}>{t('field.register')}</span>
      <div className={styles.body}>
        <output aria-labelledby={labelId} className={`${styles.register} ${styles.summary}`}>
          {facts.map(({ key, text }) => <span key={key} className={key === 'name' ? styles.first : key === 'addresseeNo' ? 'mono muted' : undefined}>{text}</span>)}
          <span className={styles.source}><Icon name="tick" size={14} /> {t('field.from', { source })}</span>
        </output>
        <Unlock label={t('field.register')} onUnlock={onUnlock} />
        {note && <p className={styles.help}>{note}</p>}
      </div>
    </div>
  );
};

/** 紙とちがう: opens what the register had settled, because the paper says otherwise. */
const Unlock = ({ label, onUnlock }: { label: string; onUnlock: (() => void) | undefined }) => {
  const t = useT();
  return onUnlock ? <button type="button" className={`linklike ${styles.unlock}`} onClick={onUnlock}>{t('field.unlock')}<span className="vh">（{label}）</span></button> : null;
};

/** The problem of a value as it stands: unreadable, or empty though required. Null when there is none. */
export const valueProblem = (spec: FieldSpec, value: FieldValue): { readonly code: string; readonly params?: Readonly<Record<string, string | number>>; readonly suggestions?: readonly DateSuggestion[] } | null => {
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return spec.validate?.required ? { code: 'required' } : null;
  if (spec.type === 'jp-mynumber' || spec.type === 'jp-check-list' || spec.type === 'jp-addressee') return null;
  const reading = readField(Array.isArray(value) ? value.join('\n') : String(value), spec);
  return reading.kind === 'refused' ? reading : null;
};

import { useEffect, useRef, useState } from 'react';
import { ReadingCollector, readField, typedForm, type FieldValue } from '@/jp';
import { storedOf, type ControlProps } from './control';
import styles from './fields.module.css';

const numeric = new Set(['jp-postal', 'jp-phone', 'jp-amount']);
const widths: Record<string, string> = {
  'jp-date': 'w1', 'jp-postal': 'w1', 'jp-amount': 'w1', 'jp-number': 'w1', 'jp-phone': 'w2', 'jp-serial': 'w2', 'jp-name': 'w3', 'jp-kana': 'w3', 'jp-address': 'w4', 'jp-text': 'w4', 'jp-serials': 'w4',
};
const same = (a: FieldValue, b: FieldValue) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Text of one field. Values are read when nothing is being composed; the text is never rewritten under the input method. */
export function useFieldText({ spec, value, onValue, onLeave, onReading }: Pick<ControlProps, 'spec' | 'value' | 'onValue' | 'onLeave' | 'onReading'>) {
  const [text, setText] = useState(() => typedForm(value, spec));
  const known = useRef(value);
  const composing = useRef(false);
  const reading = useRef(new ReadingCollector());

  useEffect(() => {
    if (!composing.current && !same(known.current, value)) {
      known.current = value;
      setText(typedForm(value, spec));
    }
  }, [value, spec]);

  const take = (typed: string) => {
    const stored = storedOf(readField(typed, spec), typed);
    if (!same(known.current, stored)) {
      known.current = stored;
      onValue(stored);
    }
    return stored;
  };
  const hear = (before: string, typed: string) => {
    if (!onReading) return;
    if (typed === '') reading.current.clear();
    else if (typed.length > before.length && /[ \u3000]$/.test(typed) && !/[ \u3000]$/.test(before)) onReading(reading.current.space());
  };

  return {
    text,
    setText: (typed: string) => {
      setText(typed);
      take(typed);
    },
    handlers: {
      onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        const typed = event.target.value;
        if (!composing.current) hear(text, typed);
        setText(typed);
        if (!composing.current) take(typed);
      },
      onCompositionStart: () => {
        composing.current = true;
      },
      onCompositionUpdate: (event: React.CompositionEvent) => reading.current.update(event.data),
      onCompositionEnd: (event: React.CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        composing.current = false;
        const kana = reading.current.end(event.data);
        take(event.currentTarget.value);
        if (onReading && kana !== '') onReading(kana);
      },
      onBlur: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        composing.current = false;
        const stored = take(event.target.value);
        if (spec.type !== 'jp-date' && readField(event.target.value, spec).kind === 'value') setText(typedForm(stored, spec));
        onLeave?.();
      },
    },
  };
}

export const TextControl = (props: ControlProps) => {
  const { id, spec, readOnly = false, invalid = false, describedBy } = props;
  const { text, handlers } = useFieldText(props);
  const lines = spec.type === 'jp-serials' ? 3 : spec.properties?.lines ?? 1;
  const shared = {
    id,
    value: text,
    readOnly,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'aria-required': spec.validate?.required || undefined,
    ...handlers,
  };
  const look = [styles.input, styles[widths[spec.type] ?? 'w4'], spec.type === 'jp-name' && styles.name, spec.type === 'jp-amount' && styles.amount].filter(Boolean).join(' ');
  if (lines > 1) return <textarea {...shared} className={`${look} ${styles.lines}`} rows={lines} />;
  return <input {...shared} type="text" className={look} {...(numeric.has(spec.type) || (spec.type === 'jp-number' && !spec.properties?.letters) ? { inputMode: 'numeric' as const } : {})} />;
};

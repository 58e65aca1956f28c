import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { localKeys } from '@/keys';
import { onlyDigits } from '@/jp';
import type { ControlProps } from './control';
import styles from './fields.module.css';
import { optionId, Popup, useListId } from './popup';
import { useFieldServices } from './services';
import type { Candidate } from './spec';
import { useFieldText } from './text-control';

const PAUSE = 250;

/**
 * 候補のある欄: postal code (candidates while typing) and person of the register (F4 only: every search of people is recorded).
 * Choosing fills the fields that the form names; what was filled stays editable.
 */
export const LookupControl = (props: ControlProps) => {
  const { id, spec, readOnly = false, invalid = false, describedBy, label, onFill, onValue } = props;
  const t = useT();
  const services = useFieldServices();
  const listId = useListId();
  const { text, setText, handlers } = useFieldText(props);
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  const [active, setActive] = useState(0);
  const asked = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isPostal = spec.type === 'jp-postal';
  const open = found !== null;

  useEffect(() => () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  }, []);

  const close = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
    setFound(null);
  };
  const ask = async (typed: string) => {
    asked.current?.abort();
    const call = new AbortController();
    asked.current = call;
    try {
      const candidates = await (isPostal ? services.postal(onlyDigits(typed) ?? '', call.signal) : services.people(typed, call.signal));
      if (call.signal.aborted) return;
      setActive(0);
      setFound(candidates);
    } catch {
      if (!call.signal.aborted) setFound(null);
    }
  };
  const choose = (index: number) => {
    const candidate = found?.[index];
    if (!candidate) return;
    close();
    setText(candidate.value);
    onValue(candidate.value);
    if (candidate.fills) onFill?.(candidate.fills);
  };
  const askSoon = (typed: string) => {
    clearTimeout(timer.current);
    const digits = onlyDigits(typed) ?? '';
    if (isPostal && digits.length >= 3 && digits.length <= 7) timer.current = setTimeout(() => void ask(typed), PAUSE);
    else close();
  };

  return (
    <span className={`${styles.combo} ${isPostal ? styles.w1 : styles.w2}`}>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open && found.length > 0 ? optionId(listId, active) : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-required={spec.validate?.required || undefined}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        {...(isPostal ? { inputMode: 'numeric' as const } : {})}
        className={styles.input}
        value={text}
        {...handlers}
        onChange={(event) => {
          handlers.onChange(event);
          askSoon(event.target.value);
        }}
        onBlur={(event) => {
          close();
          handlers.onBlur(event);
        }}
        {...localKeys({
          F4: () => (readOnly ? false : open ? close() : void ask(text)),
          ArrowDown: () => (open ? setActive((active + 1) % Math.max(1, found.length)) : false),
          ArrowUp: () => (open ? setActive((found.length + active - 1) % Math.max(1, found.length)) : false),
          Escape: () => (open ? close() : false),
          Enter: () => {
            if (open && found.length > 0) choose(active);
            return false;
          },
        })}
      />
      {open && (
        <Popup
          id={listId}
          label={label}
          active={active}
          onChoose={choose}
          empty={t('jp.lookup.none')}
          options={found.map((one) => ({ key: one.value, code: isPostal ? `${one.value.slice(0, 3)}-${one.value.slice(3)}` : undefined, label: one.label, detail: one.detail }))}
        />
      )}
    </span>
  );
};

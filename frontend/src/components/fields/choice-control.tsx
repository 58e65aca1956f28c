import { useState } from 'react';
import { Icon } from '@/components/icon';
import { useLanguage } from '@/i18n';
import { localKeys } from '@/keys';
import { choiceOf, readField, typedForm } from '@/jp';
import type { ControlProps } from './control';
import styles from './fields.module.css';
import { optionId, Popup, useListId } from './popup';

/** コードと言葉: a code list is answered by its number, by its word, or with the arrows; F4 opens the list. */
export const ChoiceControl = ({ id, spec, value, onValue, onLeave, readOnly = false, invalid = false, describedBy, label }: ControlProps) => {
  const language = useLanguage();
  const listId = useListId();
  const values = spec.values ?? [];
  const [open, setOpen] = useState(false);
  const [typing, setTyping] = useState<string | null>(null);
  const chosen = values.findIndex((v) => v.value === value);
  const [active, setActive] = useState(0);
  const shown = (index: number) => {
    const choice = values[index];
    return choice ? [choice.code, language === 'en' ? choice.en ?? choice.label : choice.label].filter(Boolean).join(' ') : '';
  };
  const text = typing ?? (chosen >= 0 ? shown(chosen) : typedForm(value, spec));

  const choose = (index: number) => {
    const choice = values[index];
    if (!choice) return;
    setTyping(null);
    setActive(index);
    setOpen(false);
    onValue(choice.value);
  };
  const openList = () => {
    setActive(Math.max(0, chosen));
    setOpen(true);
  };
  const move = (by: number) => {
    if (readOnly) return;
    if (!open) return openList();
    setActive((values.length + active + by) % values.length);
  };
  const type = (typed: string) => {
    setTyping(typed);
    const found = typed === '' ? undefined : choiceOf(typed, values);
    const begun = values.findIndex((v) => [v.code, v.label, v.en?.toLowerCase()].some((word) => word?.startsWith(typed.toLowerCase())));
    if (typed !== '') setOpen(true);
    if (found) setActive(values.indexOf(found));
    else if (begun >= 0) setActive(begun);
    onValue(found?.value ?? (typed === '' ? null : typed));
  };

  return (
    <span className={`${styles.combo} ${styles.w3}`}>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? optionId(listId, active) : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-required={spec.validate?.required || undefined}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        value={text}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onClick={() => (readOnly || open ? setOpen(false) : openList())}
        onBlur={() => {
          setOpen(false);
          if (typing !== null && readField(typing, spec).kind === 'value') setTyping(null);
          onLeave?.();
        }}
        {...localKeys({
          ArrowDown: () => move(1),
          ArrowUp: () => move(-1),
          F4: () => (readOnly ? false : open ? setOpen(false) : openList()),
          Escape: () => (open ? setOpen(false) : false),
          Enter: () => {
            if (open) choose(active);
            return false; // the form moves on
          },
        })}
      />
      <span className={styles.arrow} aria-hidden="true"><Icon name="down" size={14} /></span>
      {open && (
        <Popup
          id={listId}
          label={label}
          active={active}
          chosen={values[chosen]?.value ?? null}
          onChoose={choose}
          options={values.map((v) => ({ key: v.value, code: v.code, label: language === 'en' ? v.en ?? v.label : v.label }))}
        />
      )}
    </span>
  );
};

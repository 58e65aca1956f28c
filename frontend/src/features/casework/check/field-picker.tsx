import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { localKeys } from '@/keys';
import type { CheckItem } from '../work/types';
import styles from './check.module.css';
import { intoView } from './into-view';

interface FieldPickerProps {
  readonly fields: readonly CheckItem[];
  /** The answer whose fields are asked for: 入力まちがい, 読めない, 原本がおかしい. */
  readonly answer: string;
  readonly onChoose: (keys: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** どの欄のことか: none is chosen beforehand; a digit or the space bar marks, Enter goes on. What is not marked is the same, and says so. */
export const FieldPicker = ({ fields, answer, onChoose, onCancel }: FieldPickerProps) => {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState(false);
  const buttons = () => [...(box.current?.querySelectorAll<HTMLButtonElement>('[data-field-of]') ?? [])];
  useEffect(() => {
    buttons()[0]?.focus();
    intoView(box.current);
  }, []);
  const toggle = (at: number) => {
    const key = fields[at]?.key;
    if (key === undefined) return;
    setMissing(false);
    setChosen((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
    buttons()[at]?.focus();
  };
  const move = (by: number) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + by + all.length) % all.length]?.focus();
  };
  const decide = () => {
    if (chosen.size === 0) setMissing(true);
    else onChoose(fields.filter(({ key }) => chosen.has(key)).map(({ key }) => key));
  };
  const digits = Object.fromEntries(fields.map((_, at) => [String(at + 1), () => toggle(at)]));
  return (
    <div
      ref={box} className={styles.reasons} role="group" aria-label={t('check.whichField', { answer })}
      {...localKeys({ ...digits, Escape: onCancel, Enter: decide, ArrowRight: () => move(1), ArrowDown: () => move(1), ArrowLeft: () => move(-1), ArrowUp: () => move(-1) })}
    >
      <span className="sub">{t('check.whichField', { answer })}</span>
      {fields.map((field, at) => (
        <button key={field.key} type="button" data-field-of={field.key} className={`btn small plain ${chosen.has(field.key) ? styles.marked : ''}`} aria-pressed={chosen.has(field.key)} onClick={() => toggle(at)}>
          <kbd className="kbd" aria-hidden="true">{at + 1}</kbd> {field.label}
        </button>
      ))}
      <button type="button" className="btn small" onClick={decide}>{t('check.decide')} <kbd className="kbd" aria-hidden="true">Enter</kbd></button>
      {missing ? <span role="alert" className={styles.error}>{t('check.whichMissing')}</span> : <span className="sub sm">{t('check.othersSame')}</span>}
    </div>
  );
};

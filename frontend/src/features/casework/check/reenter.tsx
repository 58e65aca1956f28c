import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '@/components';
import { FieldControl, refusalText, type FieldSpec } from '@/components/fields';
import { useLanguage, useT } from '@/i18n';
import type { FieldValue } from '@/jp';
import type { CheckItem } from '../work/types';
import { AnswerButton } from './answer-button';
import styles from './check.module.css';
import { attemptText, handOf, readAttempt } from './item-spec';
import type { Answer } from './use-check';

interface ReenterProps {
  readonly item: CheckItem;
  readonly spec: FieldSpec;
  readonly active: boolean;
  /** Sent, and the answer still on its way. */
  readonly waiting: boolean;
  readonly busy: boolean;
  readonly ready: () => boolean;
  /** What was typed here before, if this item is come back to. */
  readonly typed: FieldValue;
  readonly onTyped: (value: FieldValue) => void;
  readonly onAttempt: (value: FieldValue) => void;
  readonly onAnswer: (answer: Answer) => void;
  /** A number that could not be sealed: the checker is called back. */
  readonly onTrouble: () => void;
}

/** 原本を見て、入れる: typed without seeing what was entered. While its answer is on the way it stays, and the next takes the keys. */
export const Reenter = ({ item, spec, active, waiting, busy, ready, typed, onTyped, onAttempt, onAnswer, onTrouble }: ReenterProps) => {
  const t = useT();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [value, setValue] = useState<FieldValue>(typed);
  const [error, setError] = useState<string | null>(null);
  const attempts = item.attemptsLeft;
  useEffect(() => {
    if (active) box.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [active, attempts]);
  const hand = handOf(item);
  const isNumber = spec.type === 'jp-mynumber';
  const send = () => {
    if (waiting) return;
    const reading = value === null ? { kind: 'empty' as const } : readAttempt(attemptText(value), spec);
    if (reading.kind === 'empty') setError(t('check.empty', { label: item.label }));
    else if (reading.kind === 'refused') setError(refusalText(item.label, reading, language));
    else onAttempt(reading.value);
  };
  return (
    <div ref={box} data-attempt={item.key}>
      <div className={styles.line}>
        <label className="vh" htmlFor={id}>{item.label}</label>
        <FieldControl
          id={id} spec={spec} path={item.key} label={item.label} value={value} invalid={error !== null} describedBy={`${id}-how`} readOnly={waiting} onTrouble={onTrouble}
          onValue={(next) => {
            setError(null);
            if (isNumber && typeof next === 'string') return onAttempt(next);
            setValue(next);
            onTyped(next);
          }}
        />
        {waiting ? <span id={`${id}-how`} className="sub sm">{t('check.waiting')}</span> : !isNumber && (
          <span id={`${id}-how`} className="sub sm">
            {hand ? t('check.countHow') : spec.type === 'jp-postal' ? t('check.postalHow') : t('check.reenterHow')} <kbd className="kbd">Enter</kbd>
          </span>
        )}
        <button type="button" className="vh" tabIndex={-1} data-send onClick={send}>{t('check.send')}</button>
      </div>
      {error !== null && <p role="alert" className={styles.error}><Icon name="alert" size={14} /> {error}</p>}
      {active && (
        <div className={styles.cannot} role="group" aria-label={t('check.cannot')}>
          <AnswerButton n={3} label={t('check.unreadable')} active={active} busy={busy} ready={ready} quiet onPress={() => onAnswer('unreadable')} />
          <AnswerButton n={4} label={t('check.sourceWrong')} active={active} busy={busy} ready={ready} quiet onPress={() => onAnswer('source-wrong')} />
        </div>
      )}
    </div>
  );
};

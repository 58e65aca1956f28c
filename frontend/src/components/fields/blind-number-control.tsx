import { useEffect, useRef, useState } from 'react';
import { asProblem, problemText } from '@/api';
import { Icon } from '@/components/icon';
import { useT } from '@/i18n';
import { isMyNumber } from '@/jp';
import type { ControlProps } from './control';
import styles from './fields.module.css';
import { useFieldServices } from './services';

const LENGTH = 12;
const dots = (count: number) => Array.from({ length: count }, (_, at) => (at > 0 && at % 4 === 0 ? ' ●' : '●')).join('');

/**
 * 個人番号の欄: twelve digits typed blind. They live in a buffer of this component, never in the page, and are wiped when the field is left;
 * the check digit is tested here, then they go to the vault once and only the candidate's id stays.
 */
export const BlindNumberControl = ({ id, spec, path, value, onValue, onLeave, onTrouble, readOnly = false, describedBy }: ControlProps) => {
  const t = useT();
  const { seal } = useFieldServices();
  const digits = useRef<number[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const [count, setCount] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const troubleId = `${id}-trouble`;

  const wipe = () => {
    digits.current.fill(0);
    digits.current = [];
    setCount(0);
  };
  useEffect(() => () => {
    digits.current.fill(0);
    digits.current = [];
  }, []);

  const refuse = (why: string) => {
    setTrouble(why);
    onTrouble?.();
  };
  const send = async () => {
    const typed = digits.current.join('');
    wipe();
    if (typed.length < LENGTH) return refuse(t('jp.mynumber.length', { count: typed.length }));
    if (!isMyNumber(typed)) return refuse(t('jp.mynumber.check-digit'));
    setSending(true);
    try {
      onValue(await seal(path, typed));
    } catch (error) {
      refuse(problemText(asProblem(error)));
    } finally {
      setSending(false);
    }
  };
  const leave = () => {
    if (digits.current.length > 0) void send();
    onLeave?.();
  };

  useEffect(() => {
    const element = input.current!;
    const before = (event: InputEvent) => {
      event.preventDefault(); // what is typed never reaches the page
      if (readOnly) return;
      if (event.inputType.startsWith('delete')) {
        digits.current.pop();
      } else if (event.inputType === 'insertFromPaste' || event.inputType === 'insertFromDrop') {
        setTrouble(t('jp.mynumber.no-paste'));
        return;
      } else {
        if (digits.current.length === 0) setTrouble(null);
        for (const char of event.data ?? '') {
          const digit = '0123456789０１２３４５６７８９'.indexOf(char) % 10;
          if (digit >= 0 && digits.current.length < LENGTH) digits.current.push(digit);
        }
      }
      setCount(digits.current.length);
    };
    element.addEventListener('beforeinput', before);
    return () => element.removeEventListener('beforeinput', before);
  });

  const sealed = typeof value === 'string' && value !== '' && count === 0;
  const said = [describedBy, troubleId].filter(Boolean).join(' ');
  return (
    <span className={styles.blindRow}>
      <span className={`${styles.blind} ${trouble ? styles.bad : ''}`}>
        <input
          ref={input}
          id={id}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          data-path={path}
          readOnly={readOnly}
          value=""
          onChange={() => undefined}
          onPaste={(event) => {
            event.preventDefault();
            setTrouble(t('jp.mynumber.no-paste'));
          }}
          onCopy={(event) => event.preventDefault()}
          onBlur={leave}
          aria-invalid={trouble !== null || undefined}
          aria-describedby={said}
          aria-required={spec.validate?.required || undefined}
        />
        <span aria-hidden="true" className={styles.dots}>{dots(sealed ? LENGTH : count)}</span>
      </span>
      <span className="muted sm">
        {sending ? t('jp.mynumber.sending') : sealed ? <><Icon name="tick" size={14} /> {t('jp.mynumber.sealed')}</> : t('jp.mynumber.hidden')}
      </span>
      <span className="vh" role="status">{count > 0 ? t('jp.mynumber.count', { count }) : ''}</span>
      {trouble && <span id={troubleId} role="alert" className={styles.error}><Icon name="alert" /> {trouble}</span>}
    </span>
  );
};

import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { localKeys } from '@/keys';
import { reasons, reasonText } from '../work/reasons';
import styles from './check.module.css';
import { intoView } from './into-view';

/** 入力まちがいの理由: nothing is chosen beforehand; その他 asks for words. */
export const ReasonPicker = ({ onChoose, onCancel }: { onChoose: (reason: string, note?: string) => void; onCancel: () => void }) => {
  const t = useT();
  const [other, setOther] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLInputElement>(null);
  useEffect(() => {
    (other === null ? first : words).current?.focus();
    intoView(box.current);
  }, [other]);
  return (
    <div ref={box} className={styles.reasons} role="group" aria-label={t('check.reason')} {...localKeys({ Escape: onCancel })}>
      <span className="sub">{t('check.reason')}</span>
      {reasons.map((reason, index) => (
        <button key={reason} ref={index === 0 ? first : undefined} type="button" className="btn small plain" aria-pressed={reason === 'other' && other !== null}
          onClick={() => (reason === 'other' ? setOther('') : onChoose(reason))}>
          {reasonText(reason, t)}
        </button>
      ))}
      {other !== null && (
        <span className="row">
          <label className="vh" htmlFor="reason-words">{t('check.reasonWords')}</label>
          <input id="reason-words" ref={words} className="input" maxLength={200} value={other} onChange={(event) => setOther(event.target.value)} />
          <button type="button" className="btn small" aria-disabled={other.trim() === '' || undefined} onClick={() => other.trim() !== '' && onChoose('other', other.trim())}>{t('check.decide')}</button>
        </span>
      )}
    </div>
  );
};

import { useEffect, useRef, useState } from 'react';
import { api, asProblem, problemText } from '@/api';
import { useMe } from '@/api/me';
import { Modal } from '@/components';
import { timeOfDay } from '@/format/dates';
import { useT } from '@/i18n';
import { useReauthentication } from '../work/reauthenticate';
import styles from './check.module.css';

const PURPOSE = 'settle-mismatch';
interface Revealed { readonly groups: readonly string[]; readonly seconds: number }

/** Anything that takes the eyes off this page ends the showing. */
function useHiddenWhenAway(hide: () => void, active: boolean): void {
  const current = useRef(hide);
  useEffect(() => {
    current.current = hide;
  });
  useEffect(() => {
    if (!active) return;
    const end = () => current.current();
    const refuse = (event: Event) => event.preventDefault();
    const away = ['blur', 'beforeprint', 'pagehide'] as const;
    away.forEach((name) => window.addEventListener(name, end));
    document.addEventListener('visibilitychange', end);
    document.addEventListener('copy', refuse);
    return () => {
      away.forEach((name) => window.removeEventListener(name, end));
      document.removeEventListener('visibilitychange', end);
      document.removeEventListener('copy', refuse);
    };
  }, [active]);
}

/** 個人番号の表示: the one showing of a number, to settle a mismatch; recorded before it is sent, gone after thirty seconds or when one looks away. */
export const RevealDialog = ({ taskId, field, label, onClose }: { taskId: string; field: string; label: string; onClose: () => void }) => {
  const t = useT();
  const me = useMe();
  const { run, dialog } = useReauthentication();
  const [purpose, setPurpose] = useState('');
  const [shown, setShown] = useState<Revealed | null>(null);
  const [left, setLeft] = useState(0);
  const [at, setAt] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const asked = useRef(false);
  useHiddenWhenAway(onClose, shown !== null);
  useEffect(() => {
    if (!shown) return;
    const until = Date.now() + shown.seconds * 1_000;
    const timer = setInterval(() => {
      const seconds = Math.ceil((until - Date.now()) / 1_000);
      setLeft(seconds);
      if (seconds <= 0) onClose();
    }, 250);
    return () => clearInterval(timer);
  }, [shown, onClose]);

  const reveal = async () => {
    if (shown || asked.current) return;
    if (purpose === '') return setTrouble(t('reveal.choose'));
    asked.current = true;
    setTrouble(null);
    try {
      const answer = await run(() => api<Revealed>('POST', '/api/mynumber/reveals', { body: { taskId, field, purpose } }));
      setLeft(answer.seconds);
      setAt(timeOfDay(new Date()));
      setShown(answer);
    } catch (error) {
      asked.current = false;
      setTrouble(problemText(asProblem(error)));
    }
  };
  return (
    <>
      <Modal
        title={shown ? t('reveal.shown', { label, seconds: left }) : t('reveal.title', { label })}
        onClose={onClose}
        onMain={() => void reveal()}
        actions={
          <>
            {!shown && <button type="button" className="btn primary" onClick={() => void reveal()}>{t('reveal.show')}</button>}
            <button type="button" className="btn plain" onClick={onClose}>{shown ? t('reveal.hide') : t('app.cancel')}</button>
          </>
        }
      >
        {shown ? (
          <div className={styles.reveal}>
            <p className={styles.watermark} aria-hidden="true">{`${me.officer.name}　${me.terminal?.no ?? ''}　${at}　`.repeat(8)}</p>
            <p className={styles.number}>{shown.groups.map((group, index) => <span key={index}>{group}</span>)}</p>
          </div>
        ) : (
          <>
            <label htmlFor="reveal-purpose">{t('reveal.purpose')}</label>
            <select id="reveal-purpose" className="select" value={purpose} onChange={(event) => setPurpose(event.target.value)}>
              <option value="">{t('reveal.choosePurpose')}</option>
              <option value={PURPOSE}>{t('reveal.settle')}</option>
            </select>
            <p className="sub">{t('reveal.recorded')}</p>
          </>
        )}
        {trouble && <p role="alert" className={styles.error}>{trouble}</p>}
      </Modal>
      {dialog}
    </>
  );
};

import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api, asProblem, onSignedOut, problemText } from '@/api';
import { meQuery } from '@/api/me';
import type { Me } from '@/api';
import { Icon, Modal } from '@/components';
import { useT } from '@/i18n';
import { useKeys } from '@/keys';
import styles from './cover.module.css';
import { useIdle } from './use-idle';

interface Place { readonly element: HTMLElement; readonly from: number | null; readonly to: number | null }

const placeNow = (): Place | null => {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const text = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null;
  return { element, from: text?.selectionStart ?? null, to: text?.selectionEnd ?? null };
};
const goBack = ({ element, from, to }: Place): void => {
  element.focus();
  if (from !== null && (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
    try {
      element.setSelectionRange(from, to);
    } catch {
      // an input without a caret (a number field) has nothing to restore
    }
  }
};
const quietly = (call: Promise<unknown>): void => void call.catch(() => undefined);
const signIn = () => window.open('/login/reauthenticate', 'futari-sign-in', 'popup,width=520,height=640');

/**
 * 席を離れたときの覆い: after the idle time (or when the session ends) the page is covered. Its content leaves the accessibility tree but stays mounted,
 * with text and caret where they were; the same person shows again who they are in a window of its own, another person gets their own start page.
 */
export const Cover = ({ me, children }: { me: Me; children: ReactNode }) => {
  const touch = useCallback(() => quietly(api('POST', '/api/session/touch')), []);
  const { state, left, wake, cover } = useIdle(me.idleWarnSeconds, me.idleSeconds, touch);
  const [ended, setEnded] = useState(false);
  const place = useRef<Place | null>(null);
  const covered = state === 'away';

  useEffect(() => onSignedOut((problem) => {
    setEnded(problem.code !== 'access.session-covered');
    cover();
  }), [cover]);
  useLayoutEffect(() => {
    if (covered) {
      place.current ??= placeNow();
      quietly(api('POST', '/api/session/cover'));
    } else if (place.current) {
      const back = place.current;
      place.current = null;
      goBack(back);
    }
  }, [covered]);

  return (
    <>
      <div className={covered ? styles.hidden : styles.shown} inert={covered} aria-hidden={covered || undefined}>{children}</div>
      {state === 'warned' && <Warning left={left} onGoOn={() => { wake(); touch(); }} />}
      {covered && <CoverScreen me={me} ended={ended} onBack={() => { setEnded(false); wake(); }} />}
    </>
  );
};

const Warning = ({ left, onGoOn }: { left: number; onGoOn: () => void }) => {
  const t = useT();
  return (
    <Modal title={t('cover.warn', { seconds: left })} onClose={onGoOn} onMain={onGoOn} actions={<button type="button" className="btn primary" autoFocus onClick={onGoOn}>{t('cover.goOn')}</button>}>
      <p>{t('cover.warnDo')}</p>
    </Modal>
  );
};

const CoverScreen = ({ me, ended, onBack }: { me: Me; ended: boolean; onBack: () => void }) => {
  const t = useT();
  const queries = useQueryClient();
  const button = useRef<HTMLButtonElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useKeys('dialog', {}); // nothing below answers to keys
  useEffect(() => button.current?.focus(), []);
  useEffect(() => {
    const look = async () => {
      try {
        const session = await api<{ signedIn: boolean; officerNo: string | null }>('GET', '/api/session');
        if (!session.signedIn) return;
        if (session.officerNo !== me.officer.no) {
          window.location.assign('/');
          return;
        }
        await queries.invalidateQueries({ queryKey: meQuery.queryKey });
        onBack();
      } catch (error) {
        setTrouble(problemText(asProblem(error)));
      }
    };
    const hear = (event: MessageEvent) => {
      if (event.origin === window.location.origin && event.data === 'futari:reauthenticated') void look();
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [me.officer.no, onBack, queries]);
  const another = async () => {
    try {
      const { redirect } = await api<{ redirect: string }>('POST', '/logout');
      window.location.assign(redirect);
    } catch {
      window.location.assign('/login');
    }
  };
  return (
    <div className={styles.cover} role="dialog" aria-modal="true" aria-labelledby="cover-title">
      <div className={styles.card}>
        <h1 id="cover-title"><Icon name="lock" size={20} /> {ended ? t('cover.signedOut') : t('cover.title')}</h1>
        <p>{t('cover.kept', { name: me.officer.name })}</p>
        <p className="row">
          <button ref={button} type="button" className="btn primary" onClick={signIn}>{t('cover.signIn')}</button>
          <button type="button" className="btn plain" onClick={() => void another()}>{t('cover.other')}</button>
        </p>
        {trouble && <p role="alert" className={styles.trouble}>{trouble}</p>}
      </div>
    </div>
  );
};

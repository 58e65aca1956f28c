import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { Problem } from '@/api';
import { Modal } from '@/components';
import { useT } from '@/i18n';

const isAsked = (error: unknown): boolean => error instanceof Problem && error.code === 'access.reauthentication-required';

/** Opens the sign-in in a window of its own; the page below stays as it is. */
export const openSignIn = (): void => {
  window.open('/login/reauthenticate', 'futari-sign-in', 'popup,width=520,height=640');
};

/** Calls back when the sign-in window says that the person has shown again who they are. */
export function useSignedInAgain(then: () => void, active: boolean): void {
  const current = useRef(then);
  useEffect(() => {
    current.current = then;
  });
  useEffect(() => {
    if (!active) return;
    const hear = (event: MessageEvent) => {
      if (event.origin === window.location.origin && event.data === 'futari:reauthenticated') current.current();
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [active]);
}

/** 承認の前の再確認: when the server asks who is there, shows the sign-in and repeats the same act once that is done. */
export function useReauthentication(): { readonly run: <T>(act: () => Promise<T>) => Promise<T>; readonly dialog: ReactNode } {
  const t = useT();
  const [waiting, setWaiting] = useState<{ resume: () => void; cancel: () => void } | null>(null);
  useSignedInAgain(() => waiting?.resume(), waiting !== null);

  const run = useCallback(async <T,>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (!isAsked(error)) throw error;
      await new Promise<void>((resume, reject) => {
        setWaiting({ resume: () => { setWaiting(null); resume(); }, cancel: () => { setWaiting(null); reject(error as Error); } });
      });
      return act();
    }
  }, []);

  const dialog = waiting && (
    <Modal
      title={t('reauth.title')}
      onClose={waiting.cancel}
      onMain={openSignIn}
      actions={
        <>
          <button type="button" className="btn plain" onClick={waiting.cancel}>{t('app.cancel')}</button>
          <button type="button" className="btn primary" onClick={openSignIn}>{t('reauth.open')}</button>
        </>
      }
    >
      <p>{t('reauth.why')}</p>
      <p className="sub">{t('reauth.kept')}</p>
    </Modal>
  );
  return { run, dialog };
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Outlet, useLocation, useMatches, useNavigate } from 'react-router';
import { asProblem, onConnection, onSignedOut } from '@/api';
import { meQuery } from '@/api/me';
import { Failed, FullState, Loading, Notice } from '@/components';
import { KeyBar, KeyBarSlot, KeyHelp } from '@/components/key-bar';
import { SentNotice } from '@/components/sent-notice';
import { paths } from '@/config/paths';
import { Cover } from '@/features/access/cover/cover';
import { timeOfDay } from '@/format/dates';
import { useT } from '@/i18n';
import { useActiveBindings, useKeys } from '@/keys';
import styles from './frame.module.css';
import { Gate } from './gate';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';

/** What a route says about the frame around it. */
export interface FrameHandle {
  /** Folds the menu to 72 px (work screens). */
  readonly rail?: boolean;
  /** The menu item that this address belongs to. */
  readonly menu?: string;
}

function useOffline(): Date | null {
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => {
    const tell = (online: boolean) => setSince((before) => (online ? null : before ?? new Date()));
    const lost = () => tell(false);
    const back = () => tell(true);
    window.addEventListener('offline', lost);
    window.addEventListener('online', back);
    const stop = onConnection(tell);
    return () => {
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', back);
      stop();
    };
  }, []);
  return since;
}

/** 見出し: bar on top, menu at the left, keys at the bottom; pages go into the middle. */
export const Frame = () => {
  const t = useT();
  const navigate = useNavigate();
  const location = useLocation();
  const me = useQuery(meQuery);
  const [helpOpen, setHelpOpen] = useState(false);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const offlineSince = useOffline();
  const bindings = useActiveBindings();
  const handle = Object.assign({}, ...useMatches().map((match) => match.handle as FrameHandle | undefined)) as FrameHandle;

  useKeys('global', {
    help: () => setHelpOpen(true),
    search: () => {
      const box = document.getElementById('search-box');
      if (box) box.focus();
      else void navigate(paths.search.getHref());
    },
  });
  const signedOut = me.isError && asProblem(me.error).status === 401;
  useEffect(() => {
    if (signedOut) window.location.assign('/login');
  }, [signedOut]);
  useEffect(() => onSignedOut(() => { if (!me.data) window.location.assign('/login'); }), [me.data]);
  useEffect(() => { document.getElementById('main')?.scrollTo?.({ top: 0 }); }, [location.pathname]);

  if (me.isPending || signedOut) return <Loading what={t('state.page')} />;
  if (me.isError) return <main><Failed what={t('state.page')} error={me.error} onAgain={() => void me.refetch()} /></main>;

  return (
    <Cover me={me.data}>
    <KeyBarSlot value={slot}>
      <div className={`${styles.frame} ${handle.rail ? styles.rail : ''}`}>
        <a className={styles.skip} href="#main">{t('app.skip')}</a>
        <TopBar me={me.data} />
        <SideMenu me={me.data} rail={handle.rail ?? false} {...(handle.menu ? { current: handle.menu } : {})} />
        <main id="main" className={styles.main} tabIndex={-1}>
          {offlineSince && (
            <Notice look="wait" role="status" title={<>{t('state.offline')}　{t('state.offlineSince', { time: timeOfDay(offlineSince) })}</>}
              actions={<button type="button" className="btn small plain" onClick={() => void me.refetch()}>{t('state.checkLine')}</button>}>
              {t('state.offlineDo')}
            </Notice>
          )}
          <SentNotice />
          {me.data.roles.length === 0
            ? <FullState icon="lock" heading="h1" title={t('state.noDuty')}><p>{t('state.noDutyDo')}</p></FullState>
            : <Gate me={me.data} menu={handle.menu}><Outlet /></Gate>}
        </main>
        <KeyBar slotRef={setSlot} />
        {helpOpen && <KeyHelp bindings={bindings} onClose={() => setHelpOpen(false)} />}
      </div>
    </KeyBarSlot>
    </Cover>
  );
};

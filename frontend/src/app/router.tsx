import { createBrowserRouter, Link, Navigate, useRouteError, type RouteObject } from 'react-router';
import type { TaskView } from '@/api';
import { FullState } from '@/components';
import { paths } from '@/config/paths';
import { useT } from '@/i18n';
import { useMe } from '@/api/me';
import { Frame, type FrameHandle } from './frame';
import { startOf } from './menu';

const Start = () => {
  const start = startOf(useMe());
  return start ? <Navigate to={start} replace /> : <NotFound />;
};

const NotFound = () => {
  const t = useT();
  return (
    <FullState icon="search" heading="h1" title={t('state.notFound')} actions={<Link className="btn" to="/">{t('state.toStart')}</Link>}>
      <p>{t('state.notFoundDo')}</p>
    </FullState>
  );
};

const Broken = () => {
  const t = useT();
  console.error(useRouteError());
  return (
    <FullState icon="alert" heading="h1" title={t('state.broken')} actions={<a className="btn" href="/">{t('state.toStart')}</a>}>
      <p>{t('state.brokenDo')}</p>
    </FullState>
  );
};

const handle = (value: FrameHandle) => value;

const views: readonly (readonly [string, TaskView, string])[] = [
  [paths.inbox.path, 'mine', 'inbox'],
  [paths.inboxCheck.path, 'check', 'check'],
  [paths.inboxReturned.path, 'returned', 'returned'],
  [paths.inboxWaiting.path, 'waiting', 'waiting'],
  [paths.inboxTeam.path, 'team', 'team'],
  [paths.inboxOverdue.path, 'overdue', 'overdue'],
];

/** Pages are put together here and nowhere else; each loads when it is opened. */
export const pages: RouteObject[] = [
  { index: true, element: <Start /> },
  ...views.map(([path, view, menu]): RouteObject => ({
    path, handle: handle({ menu }),
    lazy: async () => {
      const { InboxPage } = await import('@/features/casework/inbox/inbox-page');
      return { element: <InboxPage key={view} view={view} /> };
    },
  })),
  {
    path: paths.start.path, handle: handle({ menu: 'inbox' }),
    lazy: async () => ({ Component: (await import('@/features/casework/inbox/start-page')).StartPage }),
  },
  {
    path: paths.entry.path, handle: handle({ rail: true, menu: 'inbox' }),
    lazy: async () => ({ Component: (await import('@/features/casework/entry/entry-page')).EntryPage }),
  },
  {
    path: paths.check.path, handle: handle({ rail: true, menu: 'check' }),
    lazy: async () => ({ Component: (await import('@/features/casework/check/check-page')).CheckPage }),
  },
  {
    path: paths.case.path, handle: handle({ menu: 'search' }),
    lazy: async () => ({ Component: (await import('@/features/casework/case/case-page')).CasePage }),
  },
  {
    path: paths.search.path, handle: handle({ menu: 'search' }),
    lazy: async () => ({ Component: (await import('@/features/search/search-page')).SearchPage }),
  },
  {
    path: paths.person.path, handle: handle({ menu: 'search' }),
    lazy: async () => ({ Component: (await import('@/features/search/person-page')).PersonPage }),
  },
  {
    path: paths.numbers.path, handle: handle({ menu: 'number-confirmations' }),
    lazy: async () => ({ Component: (await import('@/features/eligibility/numbers/confirmations-page')).ConfirmationsPage }),
  },
  {
    path: paths.staff.path, handle: handle({ menu: 'staff' }),
    lazy: async () => ({ Component: (await import('@/features/access/staff/staff-page')).StaffPage }),
  },
  {
    path: paths.terminals.path, handle: handle({ menu: 'terminals' }),
    lazy: async () => ({ Component: (await import('@/features/access/staff/terminals-page')).TerminalsPage }),
  },
  { path: '*', element: <NotFound />, handle: handle({}) },
];

export const createRoutes = (): RouteObject[] => [
  { path: '/', element: <Frame />, HydrateFallback: () => null, errorElement: <Broken />, children: [{ errorElement: <Broken />, children: pages }] },
];

export const createRouter = () => createBrowserRouter(createRoutes());

import { createBrowserRouter, Link, Navigate, useRouteError, type RouteObject } from 'react-router';
import { FullState } from '@/components';
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

/** Pages are put together here and nowhere else; each loads when it is opened. */
export const pages: RouteObject[] = [
  { index: true, element: <Start /> },
  { path: '*', element: <NotFound />, handle: handle({}) },
];

export const createRoutes = (): RouteObject[] => [
  { path: '/', element: <Frame />, errorElement: <Broken />, children: [{ errorElement: <Broken />, children: pages }] },
];

export const createRouter = () => createBrowserRouter(createRoutes());

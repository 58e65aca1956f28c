import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { meQuery } from '@/api/me';
import type { Me } from '@/api/types';
import { createRoutes } from '@/app/router';
import { clerk } from './mock-office';

const quietClient = () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity, gcTime: Infinity }, mutations: { retry: false } } });

function open(routes: RouteObject[], at: string, client: QueryClient) {
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  const view = render(<QueryClientProvider client={client}><RouterProvider router={router} /></QueryClientProvider>);
  return { ...view, router, client, user: userEvent.setup({ delay: null }) };
}

/** One part on its own, with router, query client and the person signed in. */
export function renderPart(element: ReactElement, { at = '/', me = clerk }: { at?: string; me?: Me } = {}) {
  const client = quietClient();
  client.setQueryData(meQuery.queryKey, me);
  return open([{ path: '*', element }], at, client);
}

/** The whole application at an address. */
export function renderApp(at: string, { me = clerk }: { me?: Me } = {}) {
  const client = quietClient();
  client.setQueryData(meQuery.queryKey, me);
  return open(createRoutes(), at, client);
}

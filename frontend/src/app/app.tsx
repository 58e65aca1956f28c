import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import { asProblem } from '@/api';
import { createRouter } from './router';

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && (asProblem(error).status === 0 || asProblem(error).status >= 502),
        retryDelay: (attempt) => 800 * 2 ** attempt,
      },
      mutations: { networkMode: 'always' },
    },
  });

export const App = () => {
  const [client] = useState(createQueryClient);
  const [router] = useState(createRouter);
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
};

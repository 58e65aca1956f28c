import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './client';
import type { Me } from './types';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api<Me>('GET', '/api/me', { signal }),
  staleTime: 5 * 60_000,
});

/** Who is signed in; known everywhere below the frame. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (data === undefined) throw new Error('useMe outside the frame');
  return data;
}

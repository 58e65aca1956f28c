import { useQuery } from '@tanstack/react-query';
import { api } from './client';
import type { Counts, TaskPage } from './types';

/** Counts beside the menu; the inbox keeps the same entry fresh with every page it loads. */
export const countsKey = ['task-counts'] as const;

export function useCounts(enabled: boolean): Counts | undefined {
  const { data } = useQuery({
    queryKey: countsKey,
    queryFn: ({ signal }) => api<TaskPage>('GET', '/api/tasks?view=mine&limit=1', { signal }).then((page) => page.counts),
    enabled,
    staleTime: 30_000,
    refetchInterval: 60_000,
  });
  return data;
}

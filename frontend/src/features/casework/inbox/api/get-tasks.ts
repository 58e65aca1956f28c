import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, withQuery, type TaskPage, type TaskView } from '@/api';

export interface TaskFilter { readonly view: TaskView; readonly kind: string | null }
export const pageSize = 50;
export const tasksKey = (filter: TaskFilter) => ['tasks', filter.view] as const;

const load = (filter: TaskFilter, cursor: string | null, limit: number, signal: AbortSignal) =>
  api<TaskPage>('GET', withQuery('/api/tasks', { view: filter.view, cursor, limit }), { signal });

/** One page after the other by key; rows keep their place until the person asks for the new state. */
export const tasksQuery = (filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: tasksKey(filter),
    queryFn: ({ pageParam, signal }) => load(filter, pageParam, pageSize, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    refetchOnMount: 'always',
  });

/** What the server has now, asked every minute and compared with what is on the screen. */
export const freshQuery = (filter: TaskFilter, shown: number) =>
  queryOptions({
    queryKey: ['tasks-now', ...tasksKey(filter), shown],
    queryFn: ({ signal }) => load(filter, null, Math.min(200, Math.max(pageSize, shown)), signal),
    refetchInterval: 60_000,
    staleTime: 55_000,
    gcTime: 0,
  });

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, withQuery, type TaskPage, type TaskView } from '@/api';

export const pageSize = 50;
const mostAtOnce = 200;
export const tasksKey = (view: TaskView) => ['tasks', view] as const;

const load = (view: TaskView, cursor: string | null, limit: number, signal: AbortSignal) =>
  api<TaskPage>('GET', withQuery('/api/tasks', { view, cursor, limit }), { signal });

/** One page after the other by key; rows keep their place until the person asks for the new state. */
export const tasksQuery = (view: TaskView) =>
  infiniteQueryOptions({
    queryKey: tasksKey(view),
    queryFn: ({ pageParam, signal }) => load(view, pageParam, pageSize, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
    refetchOnMount: 'always',
  });

/** What the server has now, asked every minute and compared with what is on the screen. */
export const freshQuery = (view: TaskView, shown: number) =>
  queryOptions({
    queryKey: ['tasks-now', view, shown],
    queryFn: ({ signal }) => load(view, null, Math.min(mostAtOnce, Math.max(pageSize, shown)), signal),
    refetchInterval: 60_000,
    staleTime: 55_000,
    gcTime: 0,
  });

import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Task, TaskPage, TaskView } from '@/api';
import { countsKey } from '@/api/counts';
import { freshQuery, tasksKey, tasksQuery } from '../api/get-tasks';
import { differences } from './filters';

const withChanges = (page: TaskPage, changed: ReadonlyMap<string, Task>): TaskPage => ({
  ...page,
  // due stays as it was, so that no row moves to another group under the cursor
  rows: page.rows.map((row) => (changed.has(row.id) ? { ...changed.get(row.id)!, due: row.due, dueState: row.dueState } : row)),
});

/** The rows of a view, page by page. They keep their places: what changed is put in, what is new or gone is announced. */
export function useRows(view: TaskView) {
  const client = useQueryClient();
  const query = useInfiniteQuery(tasksQuery(view));
  const rows = useMemo(() => {
    const seen = new Set<string>();
    return (query.data?.pages ?? []).flatMap((page) => page.rows).filter((row) => !seen.has(row.id) && seen.add(row.id));
  }, [query.data]);
  const last = query.data?.pages.at(-1);
  useEffect(() => {
    if (last) client.setQueryData(countsKey, last.counts);
  }, [client, last]);

  const now = useQuery({ ...freshQuery(view, rows.length), enabled: query.isSuccess, refetchOnMount: false });
  const newer = now.data && query.isSuccess && now.dataUpdatedAt > query.dataUpdatedAt;
  const changes = newer ? differences(rows, now.data.rows, now.data.next === null || now.data.rows.length >= rows.length) : null;
  const changedRows = useRef<readonly Task[]>([]);
  changedRows.current = changes?.changed ?? [];
  const changedText = changedRows.current.map((task) => `${task.id}:${task.version}`).join();
  useEffect(() => {
    if (changedText === '') return;
    const byId = new Map(changedRows.current.map((task) => [task.id, task]));
    client.setQueryData(tasksKey(view), (data: InfiniteData<TaskPage> | undefined) => data && { ...data, pages: data.pages.map((page) => withChanges(page, byId)) });
  }, [changedText, client, view]);

  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return { query, rows, counts: last?.counts, changes, loadMore, asOf: new Date(Math.max(query.dataUpdatedAt, now.dataUpdatedAt)) };
}

/** The value once it has stayed for a while: the preview follows the cursor without slowing it. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

import { useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from './states';

interface SectionProps<T> {
  readonly what: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the key of a query is whatever its owner chose
  readonly query: UseQueryOptions<T, Error, T, any>;
  readonly children: (data: T) => ReactNode;
}

/** One part of a page that loads and fails by itself; the others stay. */
export function Section<T>({ what, query, children }: SectionProps<T>) {
  const { data, isPending, isError, error, refetch } = useQuery(query);
  if (isPending) return <Loading what={what} lines={3} onAgain={() => void refetch()} />;
  if (isError) return <Failed what={what} error={error} onAgain={() => void refetch()} />;
  return children(data);
}

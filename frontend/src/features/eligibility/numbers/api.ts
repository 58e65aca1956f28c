import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, withQuery } from '@/api';

export const states = ['open', 'settled'] as const;
export type ListState = (typeof states)[number];

/** One row of the list: whose number is odd, and why. Never a number. */
export interface Confirmation {
  readonly id: string;
  readonly caseNo: string;
  readonly addresseeNo: string;
  readonly name: string | null;
  readonly reason: string;
  readonly foundAt: string;
  readonly registered: boolean;
  readonly settlingIn: string | null;
  readonly settled: { readonly outcome: string; readonly caseNo: string; readonly at: string } | null;
}
interface Page { readonly rows: readonly Confirmation[]; readonly counts: Readonly<Record<ListState, number>>; readonly next: string | null; readonly maySettle: boolean }

export const confirmationsQuery = (state: ListState) => infiniteQueryOptions({
  queryKey: ['number-confirmations', state],
  queryFn: ({ pageParam, signal }) => api<Page>('GET', withQuery('/api/number-confirmations', { state, cursor: pageParam }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  staleTime: 30_000,
});

/** Settling a row is a case of two people. */
export const startSettling = (confirmation: string, receivedOn: string, idempotencyKey: string) =>
  api<{ caseNo: string; taskId: string | null }>('POST', '/api/cases', { body: { kind: 'number-confirmation', receivedOn, params: { confirmation }, waiting: false }, idempotencyKey });

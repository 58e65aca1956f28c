import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { api, asProblem, problemText } from '@/api';
import type { FieldValue } from '@/jp';
import type { CheckItem, CheckWork, Sent } from '../work/types';
import { attemptText } from './item-spec';

export type Answer = 'same' | 'entry-mistake' | 'unreadable' | 'source-wrong' | 'retype';
interface Told { readonly item?: CheckItem; readonly version?: number; readonly result?: 'match' | 'differ' }
export interface ReturnRequest { readonly note?: string; readonly fields: readonly { readonly key: string; readonly reason: string; readonly note?: string }[] }

/** 確認の仕事: the items as the server tells them. Values come only when the server sends them; every act is one call. */
export function useCheck(id: string) {
  const path = `/api/checks/${encodeURIComponent(id)}`;
  const begun = useRef(false);
  const query = useQuery({
    queryKey: ['check', id],
    queryFn: async ({ signal }) => {
      if (begun.current) return api<CheckWork>('GET', path, { signal });
      const work = await api<CheckWork>('POST', `${path}/begin`, { body: {} }); // opening a free check is taking it
      begun.current = true;
      return work;
    },
    staleTime: Infinity, gcTime: 0, retry: false, refetchOnReconnect: false,
  });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const version = useRef<number | null>(null);
  if (query.data) version.current = Math.max(version.current ?? 0, query.data.version);

  const act = useCallback(async <T,>(call: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    setTrouble(null);
    try {
      return await call();
    } catch (error) {
      const problem = asProblem(error);
      setTrouble(problemText(problem));
      if (problem.status === 409 || problem.status === 412) {
        version.current = null;
        await query.refetch();
      }
      return null;
    } finally {
      setBusy(false);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- refetch is stable
  }, []);

  const tell = async (told: Told): Promise<void> => {
    if (told.version !== undefined) version.current = told.version;
    await query.refetch(); // the next item to compare is opened by the server
  };

  return {
    query, trouble, busy, setTrouble,
    attempt: (key: string, value: FieldValue) =>
      act(async () => {
        const told = await api<Told>('POST', `${path}/items/${encodeURIComponent(key)}/attempts`, { body: { value: attemptText(value) } });
        await tell(told);
        return told.result ?? null;
      }),
    answer: (key: string, answer: Answer, reason?: string, note?: string) =>
      act(async () => {
        const told = await api<Told>('POST', `${path}/items/${encodeURIComponent(key)}/answer`, {
          body: { answer, ...(reason ? { reason } : {}), ...(note ? { note } : {}) },
        });
        await tell(told);
        return told.item ?? null;
      }),
    complete: (idempotencyKey: string) => api<Sent>('POST', `${path}/complete`, { body: {}, version: version.current, idempotencyKey }),
    sendBack: (request: ReturnRequest, idempotencyKey: string) => api<Sent>('POST', `${path}/return`, { body: request, version: version.current, idempotencyKey }),
  };
}

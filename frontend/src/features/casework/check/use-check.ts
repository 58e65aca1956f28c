import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { api, asProblem, problemText } from '@/api';
import type { FieldValue } from '@/jp';
import type { CheckItem, CheckWork, Sent } from '../work/types';
import { attemptText } from './item-spec';

export type Answer = 'same' | 'entry-mistake' | 'unreadable' | 'source-wrong' | 'retype';
export interface AnswerMore { readonly fields?: readonly string[] | undefined; readonly reason?: string | undefined; readonly note?: string | undefined }
interface Told { readonly item?: CheckItem; readonly version?: number; readonly result?: 'match' | 'differ' }
export interface ReturnRequest { readonly note?: string; readonly fields: readonly { readonly key: string; readonly reason: string; readonly note?: string }[] }

/** 送る列: so many acts may wait behind the one on its way. */
const MOST_WAITING = 2;

/** 確認の仕事: the items as the server tells them. Values come only when the server sends them; every act is one call, one after the other. */
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
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const inLine = useRef<readonly string[]>([]);
  const version = useRef<number | null>(null);
  if (query.data) version.current = Math.max(version.current ?? 0, query.data.version);

  const queue = (keys: readonly string[]) => {
    inLine.current = keys;
    setWaiting(keys);
  };

  /** Acts go out in the order they were done; each sees the answer of the one before. */
  const act = useCallback(async <T,>(key: string, call: () => Promise<T>): Promise<T | null> => {
    if (inLine.current.length > MOST_WAITING || inLine.current.includes(key)) return null;
    queue([...inLine.current, key]);
    const mine = line.current.then(async () => {
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
        queue(inLine.current.filter((one) => one !== key));
      }
    });
    line.current = mine;
    return mine;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- refetch is stable
  }, []);

  const tell = async (told: Told): Promise<void> => {
    if (told.version !== undefined) version.current = told.version;
    await query.refetch(); // the next item to compare is opened by the server
  };

  return {
    query, trouble, waiting, busy: waiting.length > 0, setTrouble,
    attempt: (key: string, value: FieldValue) =>
      act(key, async () => {
        const told = await api<Told>('POST', `${path}/items/${encodeURIComponent(key)}/attempts`, { body: { value: attemptText(value) } });
        await tell(told);
        return told.result ?? null;
      }),
    answer: (key: string, answer: Answer, { fields, reason, note }: AnswerMore = {}) =>
      act(key, async () => {
        const told = await api<Told>('POST', `${path}/items/${encodeURIComponent(key)}/answer`, {
          body: { answer, ...(fields ? { fields } : {}), ...(reason ? { reason } : {}), ...(note ? { note } : {}) },
        });
        await tell(told);
        return told.item ?? null;
      }),
    complete: (idempotencyKey: string) => api<Sent>('POST', `${path}/complete`, { body: {}, version: version.current, idempotencyKey }),
    sendBack: (request: ReturnRequest, idempotencyKey: string) => api<Sent>('POST', `${path}/return`, { body: request, version: version.current, idempotencyKey }),
  };
}

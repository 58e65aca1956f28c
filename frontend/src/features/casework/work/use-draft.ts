import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '@/api';
import { api, asProblem } from '@/api';
import { useMe } from '@/api/me';
import { OfflineCopies } from './offline-copy';
import type { Values } from './types';

export const PAUSE = 1_500;
const RETRIES = [2_000, 5_000, 15_000, 60_000];

export interface Conflict { readonly version?: number; readonly by?: string | { readonly name: string } | null; readonly at?: string | null; readonly values?: Values | null }
export type DraftState =
  | { readonly kind: 'none' | 'waiting' | 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved'; readonly problem: Problem; readonly offline: boolean };

interface DraftOptions {
  readonly taskId: string;
  /** Version of the draft seen, or null while there is none. */
  readonly version: number | null;
  readonly savedAt: string | null;
  readonly current: () => Values;
  readonly onConflict: (conflict: Conflict) => void;
}

/** 下書き: saved 1.5 s after the last change and on leaving a field; when that fails the form stays, a sealed copy is kept here, and it is tried again. */
export function useDraft({ taskId, version, savedAt, current, onConflict }: DraftOptions) {
  const me = useMe();
  const copies = useMemo(() => new OfflineCopies(me.draftKey, me.officer.no), [me.draftKey, me.officer.no]);
  const [state, setState] = useState<DraftState>(savedAt ? { kind: 'saved', at: savedAt } : { kind: 'none' });
  const seen = useRef<number | null>(version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dirty = useRef(false);
  const failures = useRef(0);
  /** What was sent and never answered: it may have arrived all the same. */
  const unanswered = useRef<string[]>([]);
  const running = useRef<Promise<void> | null>(null);
  const closed = useRef(false);
  const latest = useRef({ current, onConflict });
  useEffect(() => {
    latest.current = { current, onConflict };
  });

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    if (!dirty.current || closed.current) return;
    dirty.current = false;
    setState({ kind: 'saving' });
    const values = latest.current.current();
    const attempt = (async () => {
      try {
        const saved = await api<{ version: number; savedAt: string }>('PUT', `/api/tasks/${encodeURIComponent(taskId)}/draft`, { body: { values }, version: seen.current });
        seen.current = saved.version;
        failures.current = 0;
        unanswered.current = [];
        setState(dirty.current ? { kind: 'waiting' } : { kind: 'saved', at: saved.savedAt });
        void copies.drop(taskId).catch(() => undefined);
      } catch (error) {
        const problem = asProblem(error);
        const conflict = (problem.conflict ?? {}) as Conflict;
        const ownAnswerLost = conflict.version !== undefined && unanswered.current.includes(JSON.stringify(conflict.values));
        if ((problem.status === 409 || problem.status === 428) && !ownAnswerLost) {
          closed.current = true;
          latest.current.onConflict(conflict);
          return;
        }
        dirty.current = true;
        if (ownAnswerLost) {
          seen.current = conflict.version!;
          unanswered.current = [];
          timer.current = setTimeout(() => void save(), 0);
          return;
        }
        if (problem.status === 0) unanswered.current.push(JSON.stringify(values));
        setState({ kind: 'unsaved', problem, offline: problem.status === 0 });
        await copies.keep(taskId, { values, savedAt: new Date().toISOString() }).catch(() => undefined);
        const wait = RETRIES[Math.min(failures.current++, RETRIES.length - 1)]!;
        timer.current = setTimeout(() => void save(), wait);
      }
    })();
    running.current = attempt;
    await attempt;
    running.current = null;
  }, [copies, taskId]);

  const changed = useCallback(() => {
    dirty.current = true;
    failures.current = 0;
    setState((before) => (before.kind === 'unsaved' ? before : { kind: 'waiting' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  }, [save]);

  useEffect(() => {
    const back = () => void save();
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('online', back);
      void save();
      clearTimeout(timer.current);
    };
  }, [save]);

  /** The draft has become a submission (or is thrown away): nothing more is saved. */
  const close = useCallback(() => {
    closed.current = true;
    clearTimeout(timer.current);
    void copies.drop(taskId).catch(() => undefined);
  }, [copies, taskId]);

  return { state, save, changed, close };
}

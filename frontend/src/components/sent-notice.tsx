import { useEffect, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { api, asProblem, problemText, withQuery, type TaskPage } from '@/api';
import { paths } from '@/config/paths';
import { useT } from '@/i18n';
import { Notice } from './notice';

export interface SentWork {
  readonly taskId: string;
  readonly duty: 'do' | 'check';
  readonly text: string;
  /** Until when it can be taken back, if at all. */
  readonly undoUntil: string | null;
}

let last: SentWork | null = null;
const listeners = new Set<() => void>();

/** What was just sent; told on the next page, wherever that is. */
export function tellSent(work: SentWork | null): void {
  last = work;
  listeners.forEach((listener) => listener());
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** 送りました: one line about what was sent, and for ten seconds a way to take it back while nobody has begun the check. */
export const SentNotice = () => {
  const work = useSyncExternalStore(subscribe, () => last);
  return work === null ? null : <Told key={work.taskId + work.text} work={work} />;
};

const Told = ({ work }: { work: SentWork }) => {
  const t = useT();
  const navigate = useNavigate();
  const [undoable, setUndoable] = useState(work.undoUntil !== null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    if (work.undoUntil === null) return;
    const left = Math.min(10_000, Math.max(0, new Date(work.undoUntil).getTime() - Date.now()));
    const timer = setTimeout(() => setUndoable(false), left);
    return () => clearTimeout(timer);
  }, [work]);
  const undo = async () => {
    try {
      const { caseId } = await api<{ caseId?: string }>('POST', `/api/tasks/${encodeURIComponent(work.taskId)}/undo`);
      tellSent(null);
      const mine = await api<TaskPage>('GET', withQuery('/api/tasks', { view: 'mine', limit: 50 }));
      const again = mine.rows.find((task) => task.caseId === caseId && task.duty === 'do'); // the same step again, as a new task
      await navigate(again ? paths.entry.getHref(again.id) : paths.inbox.getHref());
    } catch (error) {
      setUndoable(false);
      setTrouble(problemText(asProblem(error)));
    }
  };
  return (
    <Notice
      look={trouble ? 'returned' : 'done'}
      role="status"
      actions={
        <>
          {undoable && <button type="button" className="btn small" onClick={() => void undo()}>{t('sent.undo')}</button>}
          <button type="button" className="btn small quiet" onClick={() => tellSent(null)}>{t('app.close')}</button>
        </>
      }
    >
      {trouble ?? work.text}
    </Notice>
  );
};

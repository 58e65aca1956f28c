import { api, withQuery, type TaskPage, type TaskView } from '@/api';
import { paths } from '@/config/paths';

/** つぎの仕事: where to go after one is sent: the next of the same view that I have or may take, else the list. */
export async function nextPlace(view: TaskView, doneId: string, told?: string | null): Promise<string> {
  const duty = view === 'check' ? 'check' : 'do';
  const open = (id: string) => (duty === 'check' ? paths.check.getHref(id) : paths.entry.getHref(id));
  if (told) return open(told);
  const list = view === 'check' ? paths.inboxCheck.getHref() : paths.inbox.getHref();
  try {
    const page = await api<TaskPage>('GET', withQuery('/api/tasks', { view, limit: 10 }));
    const next = page.rows.find((task) => task.id !== doneId && task.duty === duty && task.heldUntil === null && (task.claimedBy !== null ? task.allowed.includes('open') : view === 'check' && task.allowed.includes('claim')));
    return next ? open(next.id) : list;
  } catch {
    return list;
  }
}

import type { Task } from '@/api';
import type { MessageKey } from '@/i18n';

/** What the server says this person may do with the row now. */
export const may = (task: Task, act: string): boolean => (task.allowed ?? []).includes(act);
/** 割り当て belongs to chiefs and managers; the server asks again. */
export const mayAssign = (task: Task): boolean => may(task, 'assign');
export const mayGiveBack = (task: Task): boolean => may(task, 'give-back') || may(task, 'giveBack');

/** The word on the main button, or none when there is nothing to open. */
export function mainWord(task: Task, officer: string): MessageKey | null {
  const own = task.claimedBy?.no === officer;
  if (!own && may(task, 'claim')) return task.duty === 'check' ? 'inbox.act.check' : 'inbox.act.claimOpen';
  if (!may(task, 'open') && !own) return null;
  if (task.duty === 'check') return 'inbox.act.check';
  return task.status === 'returned' ? 'inbox.act.correct' : 'inbox.act.open';
}

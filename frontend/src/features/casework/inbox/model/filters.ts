import type { DueState, Task } from '@/api';
import type { MessageKey } from '@/i18n';

/** しぼりこみ: quick filters over the rows loaded; `kind:…` narrows to one kind of case on the server. */
export const quickFilters = {
  near: (task: Task) => task.dueState === 'over' || task.dueState === 'today' || task.dueState === 'soon',
  returned: (task: Task) => task.status === 'returned',
  counter: (task: Task) => task.waitingAtCounter,
  free: (task: Task) => task.claimedBy === null,
  held: (task: Task) => task.status === 'hold',
} as const;
export type QuickFilter = keyof typeof quickFilters;
export const isQuick = (text: string | null): text is QuickFilter => text !== null && Object.hasOwn(quickFilters, text);

export const quickLabels: Record<QuickFilter, MessageKey> = {
  near: 'inbox.chip.near',
  returned: 'inbox.chip.returned',
  counter: 'inbox.chip.counter',
  free: 'inbox.chip.free',
  held: 'inbox.chip.held',
};

export type Urgency = 'over' | 'today' | 'soon' | 'later';
export const urgencies: readonly Urgency[] = ['over', 'today', 'soon', 'later'];
const urgencyOf = (state: DueState): Urgency => (state === 'none' ? 'later' : state);

const byDueThenCounter = (one: Task, other: Task): number => {
  const due = (one.due ?? '9999').localeCompare(other.due ?? '9999');
  return due !== 0 ? due : Number(other.waitingAtCounter) - Number(one.waitingAtCounter);
};

/** まとまり: by urgency, within it by due, then who waits at the counter. */
export function groupByUrgency(tasks: readonly Task[]): ReadonlyMap<Urgency, readonly Task[]> {
  const groups = new Map<Urgency, Task[]>(urgencies.map((urgency) => [urgency, []]));
  tasks.forEach((task) => groups.get(urgencyOf(task.dueState))!.push(task));
  groups.forEach((rows) => rows.sort(byDueThenCounter));
  return groups;
}

/** The kinds of case among the rows, the most frequent first. */
export function kindsAmong(tasks: readonly Task[]): { kind: string; label: string; count: number }[] {
  const kinds = new Map<string, { kind: string; label: string; count: number }>();
  for (const { kind, kindLabel } of tasks) {
    const known = kinds.get(kind) ?? { kind, label: kindLabel, count: 0 };
    kinds.set(kind, { ...known, count: known.count + 1 });
  }
  return [...kinds.values()].sort((one, other) => other.count - one.count);
}

/** What changed on the server since the rows on the screen were loaded. */
export function differences(shown: readonly Task[], now: readonly Task[], complete: boolean) {
  const known = new Set(shown.map((task) => task.id));
  const current = new Set(now.map((task) => task.id));
  return {
    added: now.filter((task) => !known.has(task.id)).length,
    gone: complete ? shown.filter((task) => !current.has(task.id)).length : 0,
    changed: now.filter((task) => shown.some((row) => row.id === task.id && row.version !== task.version)),
  };
}

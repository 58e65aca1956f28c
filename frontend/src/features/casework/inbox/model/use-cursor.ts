import { useCallback, useMemo, useState } from 'react';
import type { Task } from '@/api';
import { focusLine, groupLine, stopsOf, type Group } from '@/components';
import { useT } from '@/i18n';
import { groupByUrgency, urgencies } from './filters';

const toggled = (before: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(before);
  if (!next.delete(id)) next.add(id);
  return next;
};
const isGroup = (id: string): boolean => id.startsWith('group:');

/** Where the cursor is in the grouped list, what is selected, which groups are folded. */
export function useCursor(shown: readonly Task[], from: string | null) {
  const t = useT();
  const [cursor, setCursor] = useState(from);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set(['later']));
  const groups: readonly Group<Task>[] = useMemo(() => {
    const byUrgency = groupByUrgency(shown);
    return urgencies
      .map((urgency) => ({ id: urgency, label: t(`inbox.group.${urgency}`), rows: byUrgency.get(urgency)!, folded: folded.has(urgency) }))
      .filter((group) => group.rows.length > 0)
      .map((group, _, all) => ({ ...group, folded: group.folded && all.length > 1 }));
  }, [shown, folded, t]);
  const stops = useMemo(() => stopsOf(groups), [groups]);
  const here = cursor !== null && stops.includes(cursor) ? cursor : stops[0] ?? null;
  const position = here === null ? -1 : stops.indexOf(here);
  const group = groups.find((one) => groupLine(one.id) === here || one.rows.some((task) => task.id === here));

  const toggle = useCallback((id: string) => setSelected((before) => toggled(before, id)), []);
  const fold = useCallback((id: string) => setFolded((before) => toggled(before, id)), []);
  const add = (ids: readonly (string | null | undefined)[]) =>
    setSelected((before) => new Set([...before, ...ids.filter((id): id is string => typeof id === 'string' && !isGroup(id))]));
  const moveTo = (id: string | undefined) => {
    if (id === undefined) return;
    setCursor(id);
    focusLine(id);
  };
  const step = (by: number) => moveTo(stops[Math.max(0, Math.min(stops.length - 1, position + by))]);
  const unfold = () => {
    if (!group?.folded) return false;
    fold(group.id);
    moveTo(group.rows[0]?.id);
    return true;
  };
  return {
    groups, here, selected, select: setSelected, setCursor, toggle, fold, moveTo, step, unfold,
    toggleHere: () => { if (here !== null && !isGroup(here)) toggle(here); },
    extend: (by: number) => { add([here, stops[position + by]]); moveTo(stops[position + by]); },
    selectGroup: () => add(group?.rows.map(({ id }) => id) ?? []),
    foldHere: () => {
      if (!group || group.folded || groups.length < 2) return;
      fold(group.id);
      moveTo(groupLine(group.id));
    },
    next: (wanted: (id: string) => boolean) => moveTo([...stops.slice(position + 1), ...stops].find(wanted)),
    first: () => moveTo(stops[0]),
    last: () => moveTo(stops.at(-1)),
  };
}

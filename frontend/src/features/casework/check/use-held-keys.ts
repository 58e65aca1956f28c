import { useEffect, useRef } from 'react';

/** So many keys wait while an answer is on its way; more would only be hammering. */
const MOST = 2;

/**
 * 待つキー: going on, returning and finishing wait until the answer before them is there, and then act on what is there. The four answers never
 * wait: they are judgements of what was seen (decision 0013).
 */
export function useHeldKeys<Id extends string>(busy: boolean, acts: Readonly<Record<Id, () => void>>) {
  const held = useRef<readonly Id[]>([]);
  useEffect(() => {
    const [next, ...rest] = held.current;
    if (busy || next === undefined) return;
    held.current = rest;
    acts[next]();
  });
  return (id: Id) => {
    if (!busy) acts[id]();
    else if (held.current.length < MOST) held.current = [...held.current, id];
  };
}

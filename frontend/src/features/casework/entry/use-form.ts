import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { FormSchema } from '@/components/fields';
import type { Values } from '../work/types';
import type { FormEngine } from './form-engine';
import { FormSlots } from './form-slots';

interface FormOptions {
  readonly schema: FormSchema;
  readonly values: Values;
  readonly readOnly: boolean;
  readonly onChanged: () => void;
}

/** Opens the form in an element, once; the viewer is loaded when it is first needed. */
export function useForm({ schema, values, readOnly, onChanged }: FormOptions) {
  const [slots] = useState(() => new FormSlots());
  const container = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const all = useSyncExternalStore(slots.subscribe, slots.snapshot);
  const start = useRef({ schema, values, readOnly });
  const changed = useRef(onChanged);
  useEffect(() => {
    changed.current = onChanged;
  });

  useEffect(() => {
    let engine: FormEngine | null = null;
    let gone = false;
    const { schema: s, values: v, readOnly: r } = start.current;
    import('./form-engine')
      .then(({ openForm }) => (gone ? null : openForm(container.current!, s, v, slots, r, () => changed.current())))
      .then((opened) => {
        engine = opened;
        if (gone) opened?.destroy();
        else setReady(true);
      })
      .catch((error: unknown) => setFailed(error));
    return () => {
      gone = true;
      engine?.destroy();
    };
  }, [slots]);

  const fields = useMemo(() => all.filter((slot) => slot.kind === 'field'), [all]);
  const heads = useMemo(() => all.filter((slot) => slot.kind === 'head'), [all]);
  return { slots, container, ready, failed, fields, heads };
}

const focusable = 'input:not([type=hidden]), textarea, [role=combobox]';

/** 進む順: moves between the fields in the order of the paper; rows that are folded open on the way. */
export function useFieldOrder(container: React.RefObject<HTMLElement | null>, showRow: (list: string, row: number) => void, main: React.RefObject<HTMLElement | null>) {
  const inputOf = (element: Element): HTMLElement | null => {
    const input = element.querySelector<HTMLInputElement>(focusable);
    return input && !input.readOnly && !input.disabled ? input : null;
  };
  const reach = useCallback((element: Element): boolean => {
    const [list = '', row = ''] = (element.getAttribute('data-field') ?? '').split('.');
    if (row !== '') flushSync(() => showRow(list, Number(row)));
    const input = inputOf(element);
    input?.focus();
    if (input instanceof HTMLInputElement && input.type !== 'checkbox') input.select(); // as Tab does: typing replaces
    return input !== null;
  }, [showRow]);
  const stops = useCallback((selector: string) => Array.from(container.current?.querySelectorAll(selector) ?? []).filter((element) => inputOf(element) !== null), [container]);

  const move = useCallback((by: 1 | -1): boolean => {
    const here = document.activeElement?.closest('[data-field]');
    if (!here || !container.current?.contains(here)) return false;
    const all = stops('[data-field]');
    const next = all[all.indexOf(here) + by];
    if (next) return reach(next);
    if (by === 1) main.current?.focus(); // focuses the main button and does not press it
    return true;
  }, [container, main, reach, stops]);

  const nextOpen = useCallback((): boolean => {
    const open = stops('[data-open]');
    const here = document.activeElement?.closest('[data-field]');
    const after = open.find((element) => here && (here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    const target = after ?? open.find((element) => element !== here) ?? open[0];
    return target ? reach(target) : false;
  }, [reach, stops]);

  const focusField = useCallback((path: string): boolean => {
    const element = container.current?.querySelector(`[data-field="${CSS.escape(path)}"]`);
    return element ? reach(element) : false;
  }, [container, reach]);

  return { move, nextOpen, focusField };
}

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isSingleCharacter, matches, parseChord } from './chord';
import { composing } from './composing';
import { bindings, type Binding, type Scope } from './registry';

/** Answer `false` to say "not mine": the key goes on to the next layer or to the browser. */
export type Handler = (event: KeyboardEvent) => void | boolean;

interface Layer {
  readonly scope: Scope;
  readonly ids: readonly string[];
  readonly find: (id: string) => Handler | undefined;
}

let layers: readonly Layer[] = [];
const listeners = new Set<() => void>();
const changed = (next: readonly Layer[]) => {
  layers = next;
  listeners.forEach((listener) => listener());
};

const singleKeysSetting = 'futari.single-keys';
export const singleKeysOn = (): boolean => localStorage.getItem(singleKeysSetting) !== 'off';
export const setSingleKeys = (on: boolean): void => {
  localStorage.setItem(singleKeysSetting, on ? 'on' : 'off');
  changed([...layers]);
};

const inInput = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));

const pressesItself = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a[href], summary, input[type=checkbox], input[type=radio]') !== null;

const editingKeys = new Set(['Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Space']);

/** Whether a binding may act while the focus is where it is. Forms (entry, check) get Enter and arrows in their inputs; lists do not. */
function mayAct(binding: Binding, key: string, event: KeyboardEvent): boolean {
  const chord = parseChord(key);
  const typing = inInput(event.target);
  if (isSingleCharacter(chord) && (typing || !singleKeysOn())) return false;
  if (binding.scope === 'entry' || binding.scope === 'check' || binding.scope === 'search') return true;
  if (typing && (editingKeys.has(chord.key) || chord.key === 'Enter' || key === 'Ctrl+A') && binding.scope !== 'dialog') return false;
  if ((key === 'Enter' || key === 'Space') && pressesItself(event.target)) return false;
  return true;
}

function bindingFor(layer: Layer, event: KeyboardEvent): Binding | undefined {
  const all: readonly Binding[] = bindings;
  return all.find(
    (binding) =>
      binding.scope === layer.scope &&
      layer.ids.includes(binding.id) &&
      (binding.repeat || !event.repeat) &&
      binding.keys.some((key) => matches(event, parseChord(key)) && mayAct(binding, key, event)),
  );
}

/** An open dialog hides everything below it; else the page comes before what works everywhere, the last opened first. */
const reachable = (): readonly Layer[] => {
  const top = layers.findLastIndex((layer) => layer.scope === 'dialog');
  const near = top < 0 ? layers : layers.slice(top);
  const everywhere = near.filter((layer) => layer.scope === 'global');
  return [...near.filter((layer) => layer.scope !== 'global').reverse(), ...everywhere];
};

function dispatch(event: KeyboardEvent): void {
  if (composing(event) || event.defaultPrevented) return;
  for (const layer of reachable()) {
    const binding = bindingFor(layer, event);
    if (binding && layer.find(binding.id)?.(event) !== false) {
      event.preventDefault();
      return;
    }
  }
}

let installed = false;
function install(): void {
  if (!installed) {
    installed = true;
    document.addEventListener('keydown', dispatch);
  }
}

/** Attaches handlers to registered shortcuts while the component is mounted. A page comes before what works everywhere. */
export function useKeys(scope: Scope, handlers: Readonly<Record<string, Handler | undefined>>): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  const ids = Object.keys(handlers).filter((id) => handlers[id]).join(' ');
  useEffect(() => {
    install();
    const layer: Layer = { scope, ids: ids === '' ? [] : ids.split(' '), find: (id) => current.current[id] };
    changed([...layers, layer]);
    return () => changed(layers.filter((other) => other !== layer));
  }, [scope, ids]);
}

/** The bindings that work here and now, in registry order. */
export function useActiveBindings(): readonly Binding[] {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => layers,
  );
  const all: readonly Binding[] = bindings;
  return all.filter((binding) => now.some((layer) => layer.scope === binding.scope && layer.ids.includes(binding.id)));
}

/**
 * Keys of one widget (a tab list, a list box, a splitter): returns the property to spread on its element.
 * Guards composition; a handler that answers `false` leaves the key to the browser.
 */
export function localKeys(map: Readonly<Record<string, (event: React.KeyboardEvent) => void | boolean>>) {
  return {
    onKeyDown(event: React.KeyboardEvent) {
      if (composing(event.nativeEvent)) return;
      const hit = Object.keys(map).find((key) => matches(event.nativeEvent, parseChord(key)));
      if (hit !== undefined && map[hit]!(event) !== false) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
  };
}

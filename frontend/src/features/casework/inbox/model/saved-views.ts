import { useSyncExternalStore } from 'react';

/** 条件: a filter a person keeps under a name; the address carries it, so it can be handed to a colleague as a link. */
export interface SavedView { readonly name: string; readonly query: string }

export const mostViews = 9;
const setting = 'futari.saved-views';
const listeners = new Set<() => void>();
let cache: { text: string | null; views: readonly SavedView[] } = { text: null, views: [] };

function read(): readonly SavedView[] {
  const text = localStorage.getItem(setting);
  if (text !== cache.text) {
    try {
      cache = { text, views: JSON.parse(text ?? '[]') as SavedView[] };
    } catch {
      cache = { text, views: [] };
    }
  }
  return cache.views;
}

function write(views: readonly SavedView[]): void {
  localStorage.setItem(setting, JSON.stringify(views.slice(0, mostViews)));
  listeners.forEach((listener) => listener());
}

export const keepView = (view: SavedView): void => write([...read().filter(({ name }) => name !== view.name), view]);
export const dropView = (name: string): void => write(read().filter((view) => view.name !== name));

export const useSavedViews = (): readonly SavedView[] =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);

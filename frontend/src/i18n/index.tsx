import { useCallback, useSyncExternalStore } from 'react';
import { en, ja, type MessageKey } from './messages';

export type { MessageKey } from './messages';
export type Language = 'ja' | 'en';
export type Translate = (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string;

const messages = { ja, en } as const;
const setting = 'futari.language';
const listeners = new Set<() => void>();
let language: Language = localStorage.getItem(setting) === 'en' ? 'en' : 'ja';

export const currentLanguage = (): Language => language;

/** 表示言語: changes the words at once; nothing is mounted anew, so no input is lost. */
export function setLanguage(next: Language): void {
  language = next;
  localStorage.setItem(setting, next);
  document.documentElement.lang = next;
  listeners.forEach((listener) => listener());
}

/** `{n}` is put in; `{n|day|days}` chooses the word for one or for any other number. */
const fill = (text: string, params: Readonly<Record<string, string | number>> = {}): string =>
  text
    .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, other: string) => (Number(params[name]) === 1 ? one : other))
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

export const translate = (key: MessageKey, params?: Readonly<Record<string, string | number>>, to: Language = language): string =>
  fill(messages[to][key], params);

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(ja, key);

export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => language,
  );
}

/** The words of the interface in the language chosen now. */
export function useT(): Translate {
  const now = useLanguage();
  return useCallback((key, params) => translate(key, params, now), [now]);
}

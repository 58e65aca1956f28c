import { createContext, use } from 'react';
import type { Candidate } from './spec';

/** What fields ask of the page around them: look-ups, today's date, and the vault. */
export interface FieldServices {
  /** The office's day (ISO), for ages and 今日. */
  readonly today: string;
  readonly postal: (digits: string, signal: AbortSignal) => Promise<readonly Candidate[]>;
  readonly people: (text: string, signal: AbortSignal) => Promise<readonly Candidate[]>;
  /** Seals twelve digits in the vault at once and answers the candidate's id; the digits are kept nowhere else. */
  readonly seal: (path: string, digits: string) => Promise<string>;
}

const none = () => Promise.resolve([]);
const FieldServicesContext = createContext<FieldServices>({
  today: new Date().toISOString().slice(0, 10),
  postal: none,
  people: none,
  seal: () => Promise.reject(new Error('no vault here')),
});

export const FieldServicesProvider = FieldServicesContext.Provider;
export const useFieldServices = (): FieldServices => use(FieldServicesContext);

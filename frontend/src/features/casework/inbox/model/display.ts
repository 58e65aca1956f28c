import { useState } from 'react';

export type Density = 'loose' | 'standard' | 'tight';
export const rowHeights: Record<Density, number> = { loose: 60, standard: 52, tight: 36 };
export const optionalColumns = ['received', 'section', 'holder'] as const;
export type OptionalColumn = (typeof optionalColumns)[number];

/** 表示: how one person likes the list; kept on the machine, per person. */
export interface Display { readonly density: Density; readonly columns: readonly OptionalColumn[]; readonly names: boolean; readonly preview: boolean }
const usual: Display = { density: 'standard', columns: [], names: true, preview: true };

const keyOf = (officer: string) => `futari.display.${officer}`;
function read(officer: string): Display {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(keyOf(officer)) ?? '{}') as Partial<Display>) };
  } catch {
    return usual;
  }
}

export function useDisplay(officer: string): [Display, (next: Display) => void] {
  const [display, setDisplay] = useState(() => read(officer));
  return [display, (next) => { localStorage.setItem(keyOf(officer), JSON.stringify(next)); setDisplay(next); }];
}

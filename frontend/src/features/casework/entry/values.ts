import type { FieldValue } from '@/jp';
import type { Values } from '../work/types';
import type { FieldSlot } from './form-slots';

type Row = Record<string, FieldValue>;

/** 送る値: what the shown fields hold; a field that is hidden by its condition is not sent. */
export function valuesOf(fields: readonly FieldSlot[]): Values {
  const values: Record<string, FieldValue | Row[]> = {};
  for (const { path, list, row, spec, value } of fields) {
    if (value === null || value === '') continue;
    if (list === null) values[path] = value;
    else {
      const rows = (values[list] ??= []) as Row[];
      while (rows.length <= row) rows.push({});
      rows[row]![spec.key] = value;
    }
  }
  return values;
}

/** Value at `persons.0.birthDate`. */
export function valueAt(values: Values, path: string): FieldValue {
  const [list = '', row = '', key = ''] = path.split('.');
  const held = values[list];
  if (row === '') return (held as FieldValue | undefined) ?? null;
  return (held as readonly Row[] | undefined)?.[Number(row)]?.[key] ?? null;
}

/** Every path that one of the two holds. */
export const pathsOf = (values: Values): string[] =>
  Object.entries(values).flatMap(([key, held]) =>
    Array.isArray(held) && held.some((row) => typeof row === 'object')
      ? (held as readonly Row[]).flatMap((row, at) => Object.keys(row).map((inner) => `${key}.${at}.${inner}`))
      : [key]);

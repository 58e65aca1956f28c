import type { FieldSpec } from '@/components/fields';
import { readField, type FieldValue, type Reading } from '@/jp';
import type { Source, Spot } from '@/components/source';
import { inHand, spotOf } from '@/components/source';
import type { CheckField, CheckItem } from '../work/types';

/** The field of an item, as far as the checker's browser may know it. */
export const specOf = (item: CheckItem): FieldSpec => ({
  id: item.key,
  key: item.key,
  type: item.type,
  label: item.label,
  ...(item.options ? { values: item.options } : {}),
  properties: { uncertain: true, ...item.properties, verify: item.kind },
});

/** One field of a group, as an item of its own would be drawn. */
export const asItem = (field: CheckField, item: CheckItem): CheckItem => ({ ...field, kind: item.kind, row: item.row ?? null, attemptsLeft: 0 });

/** The fields an answer of this item speaks of: itself, or those of its box. */
export const fieldsOf = (item: CheckItem): readonly CheckItem[] => item.fields?.map((field) => asItem(field, item)) ?? [item];

/** What the checker typed, in the stored form. A number that may hold letters is read as a serial. */
export const readAttempt = (text: string, spec: FieldSpec): Reading => {
  const reading = readField(text, spec);
  return reading.kind === 'refused' && spec.type === 'jp-number' && reading.code === 'digits.not-digits' ? readField(text, { ...spec, type: 'jp-serial' }) : reading;
};

export const spotOfItem = (item: CheckItem | undefined, sources: readonly Source[]): Spot | null => {
  if (!item?.evidence) return null;
  if (typeof item.evidence === 'string') return spotOf(item.evidence, sources);
  const { source, page, box } = item.evidence;
  if (!source || !box || page === undefined) return null;
  const found = sources.find((one) => one.id === source) ?? sources.find((one) => one.template === source);
  return found ? { source: found.id, page, box } : null;
};

/** What lies in the hand instead of on a page (papers, sheets, sheet), or null. */
export const handOf = (item: CheckItem): string | null =>
  typeof item.evidence === 'string' ? inHand(item.evidence) : item.evidence?.hand ?? null;

/** 照合する値: text as the server compares it. */
export const attemptText = (value: FieldValue): string => (Array.isArray(value) ? value.join('\n') : String(value ?? ''));

export const cropUrl = ({ source, page, box }: Spot): string =>
  `/api/documents/${encodeURIComponent(source)}/pages/${page}/crop?box=${box.map((n) => Number(n.toFixed(4))).join(',')}`;

const DECIDED = new Set(['matched', 'same', 'entry-mistake', 'unreadable', 'source-wrong']);
const WRONG = new Set(['entry-mistake', 'unreadable', 'source-wrong']);

/** Differs twice but not yet said why: still to answer. */
export const isOpen = (item: { readonly state: CheckItem['state'] }): boolean => !DECIDED.has(item.state);
export const isWrong = (item: { readonly state: CheckItem['state'] }): boolean => WRONG.has(item.state);
export const isRight = (item: { readonly state: CheckItem['state'] }): boolean => item.state === 'matched' || item.state === 'same';

/** The reason a return begins with, by the answer given. */
export const reasonOf = (item: CheckItem): string =>
  item.reason ?? (item.state === 'unreadable' ? 'unreadable' : item.state === 'source-wrong' ? 'differs-from-source' : 'mistyped');

import { labelOf, refusalText, valueProblem, type FieldSpec } from '@/components/fields';
import { translate, type Language } from '@/i18n';
import { formatEnglishDate, formatJapaneseDay, type DateSuggestion, type FieldValue } from '@/jp';
import type { FieldSlot } from './form-slots';

export interface Judgement { readonly message: string; readonly suggestions: readonly DateSuggestion[] }

const isDay = (value: FieldValue): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !value.endsWith('-99');
const day = (iso: string, language: Language) => (language === 'en' ? formatEnglishDate(iso) : formatJapaneseDay(iso));

/** 日付の前後: the soft hint of a form (`notAfter:notifiedOn`); the room's rules decide on the server. */
function orderProblem(spec: FieldSpec, value: FieldValue, find: (key: string) => FieldSlot | undefined, today: string, language: Language): string | null {
  const [, relation, key = ''] = /^(notAfter|notBefore):(\w+)$/.exec(spec.properties?.rule ?? '') ?? [];
  if (!relation || !isDay(value)) return null;
  const other = key === 'today' ? undefined : find(key);
  const bound = key === 'today' ? today : other?.value ?? null;
  if (!isDay(bound)) return null;
  const wrong = relation === 'notAfter' ? value > bound : value < bound;
  if (!wrong) return null;
  const named = other
    ? translate('jp.otherDate', { label: labelOf(other.spec, language), date: day(bound, language) }, language)
    : translate('jp.today', { date: day(bound, language) }, language);
  return translate(relation === 'notAfter' ? 'jp.date.notAfter' : 'jp.date.notBefore', { label: labelOf(spec, language), other: named }, language);
}

/** 項目の判定: what is wrong with a field as it stands, in one sentence; null when nothing is. */
export function judge(slot: FieldSlot, find: (key: string) => FieldSlot | undefined, today: string, language: Language): Judgement | null {
  const problem = valueProblem(slot.spec, slot.value);
  if (problem) return { message: refusalText(labelOf(slot.spec, language), problem, language), suggestions: problem.suggestions ?? [] };
  const order = orderProblem(slot.spec, slot.value, find, today, language);
  return order ? { message: order, suggestions: [] } : null;
}

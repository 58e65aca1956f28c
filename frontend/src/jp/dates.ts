import { type Era, ERAS, eraOfMark, eraOn, eraYear } from './eras';
import { toHalfWidth, unifyHyphens } from './width';

/** 日付: what a person types, read as a day of the Japanese calendar, or refused with what would be right. */

export interface KnownDate {
  readonly kind: 'date';
  readonly iso: string;
  readonly typed: string;
}
export interface UncertainDate {
  readonly kind: 'uncertain';
  readonly year: number;
  readonly month: number | null;
  readonly era: Era;
  readonly typed: string;
}
export interface DateSuggestion {
  readonly iso: string;
  readonly label: string;
}
export interface RefusedDate {
  readonly kind: 'refused';
  readonly code:
    | 'date.empty'
    | 'date.unreadable'
    | 'date.no-era'
    | 'date.outside-era'
    | 'date.no-such-day'
    | 'date.before-calendar'
    | 'date.uncertain-not-allowed';
  /** What may have been meant; offered, never taken over silently. */
  readonly suggestions: readonly DateSuggestion[];
  readonly typed: string;
}
export type ParsedDate = KnownDate | UncertainDate | RefusedDate;

interface Parts {
  readonly era: Era | null;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ERA_MARK = '(?:明治|大正|昭和|平成|令和|[明大昭平令㍾㍽㍼㍻㋿MTSHR])';
const WITH_ERA = new RegExp(`^(${ERA_MARK})\\.?(元|\\d{1,2})[./-](\\d{1,2})[./-](\\d{1,2})$`, 'i');
const COMPACT_ERA = new RegExp(`^(${ERA_MARK}|[1-5])(\\d{2})(\\d{2})(\\d{2})$`, 'i');
const DIGIT_ERA = /^([1-5])[./-](元|\d{1,2})[./-](\d{1,2})[./-](\d{1,2})$/;
const GREGORIAN = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/;
const COMPACT_GREGORIAN = /^(\d{4})(\d{2})(\d{2})$/;
const NO_ERA = /^(元|\d{1,2})[./-](\d{1,2})[./-](\d{1,2})$/;
const COMPACT_NO_ERA = /^(\d{2})(\d{2})(\d{2})$/;

const plain = (text: string): string =>
  unifyHyphens(toHalfWidth(text))
    .replace(/\((?:日|月|火|水|木|金|土)(?:曜日?)?\)$/, '')
    .replace(/\s+/g, '')
    .replace(/[年月]/g, '.')
    .replace(/日$/, '')
    .replace(/[・,、。｡･]/g, '.');

const yearOf = (text: string): number => (text === '元' ? 1 : Number(text));

const parts = (era: Era | null, [year = '', month = '', day = '']: string[]): Parts => ({
  era,
  year: yearOf(year) + (era?.base ?? 0),
  month: Number(month),
  day: Number(day),
});

const readParts = (text: string): Parts | null => {
  const era = WITH_ERA.exec(text) ?? COMPACT_ERA.exec(text) ?? DIGIT_ERA.exec(text);
  if (era) return parts(eraOfMark(era[1]!) ?? null, era.slice(2));
  const gregorian = GREGORIAN.exec(text) ?? COMPACT_GREGORIAN.exec(text);
  return gregorian ? parts(null, gregorian.slice(1)) : null;
};

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const isoOf = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const refused = (code: RefusedDate['code'], typed: string, suggestions: DateSuggestion[] = []): RefusedDate => ({
  kind: 'refused',
  code,
  typed,
  suggestions,
});

const suggestion = (iso: string): DateSuggestion => ({ iso, label: formatJapaneseDay(iso) });

const askForEra = (text: string, typed: string): RefusedDate | null => {
  const match = NO_ERA.exec(text) ?? COMPACT_NO_ERA.exec(text);
  if (!match) return null;
  const [year, month, day] = [yearOf(match[1]!), Number(match[2]), Number(match[3])];
  const possible = ERAS.filter((era) => exists(era.base + year, month, day))
    .map((era) => [era, isoOf(era.base + year, month, day)] as const)
    .filter(([era, iso]) => era.from <= iso && iso <= era.to)
    .map(([, iso]) => suggestion(iso))
    .reverse();
  return possible.length > 0 ? refused('date.no-era', typed, possible) : refused('date.unreadable', typed);
};

const overlaps = (era: Era, from: string, to: string): boolean => from <= era.to && era.from <= to;

const readUncertain = ({ era, year, month }: Parts, typed: string): ParsedDate => {
  const monthKnown = month >= 1 && month <= 12;
  if (!monthKnown && month !== 0 && month !== 99) return refused('date.no-such-day', typed);
  const [from, to] = monthKnown
    ? [isoOf(year, month, 1), isoOf(year, month, 31)]
    : [isoOf(year, 1, 1), isoOf(year, 12, 31)];
  const shownIn = era ?? ERAS.find((e) => overlaps(e, from, to));
  if (!shownIn) return refused('date.before-calendar', typed);
  if (!overlaps(shownIn, from, to)) return refused('date.outside-era', typed);
  return { kind: 'uncertain', year, month: monthKnown ? month : null, era: shownIn, typed };
};

const readKnown = ({ era, year, month, day }: Parts, typed: string): ParsedDate => {
  if (!exists(year, month, day)) return refused('date.no-such-day', typed);
  const iso = isoOf(year, month, day);
  if (iso < ERAS[0]!.from) return refused('date.before-calendar', typed);
  if (era && (iso < era.from || iso > era.to)) return refused('date.outside-era', typed, [suggestion(iso)]);
  return { kind: 'date', iso, typed };
};

/** Reads every form of screens.md section 6. Uncertain dates (S20.99.99, S20.8.00) only where the form allows them. */
export const parseDate = (typed: string, options: { readonly uncertain?: boolean } = {}): ParsedDate => {
  const text = plain(typed);
  if (text === '') return refused('date.empty', typed);
  const read = readParts(text);
  if (!read) return askForEra(text, typed) ?? refused('date.unreadable', typed);
  if (read.era && read.year === read.era.base) return refused('date.no-such-day', typed);
  const uncertain = read.day === 0 || read.day === 99;
  if (!uncertain) return readKnown(read, typed);
  return options.uncertain ? readUncertain(read, typed) : refused('date.uncertain-not-allowed', typed);
};

const WEEKDAYS = '日月火水木金土';

const utc = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** 令和8年11月1日 */
export function formatJapaneseDay(iso: string): string {
  const era = eraOn(iso);
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const named = era ? `${era.kanji}${eraYear(year - era.base)}` : String(year);
  return `${named}年${month}月${day}日`;
}

/** （日） */
export const formatWeekday = (iso: string): string => `（${WEEKDAYS[utc(iso).getUTCDay()]}）`;

/** 令和8年11月1日（日） */
export const formatJapaneseDate = (iso: string): string => formatJapaneseDay(iso) + formatWeekday(iso);

/** R8.11.1, the form a clerk types. */
export const formatShortDate = (iso: string): string => {
  const era = eraOn(iso);
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return era ? `${era.letter}${year - era.base}.${month}.${day}` : `${year}.${month}.${day}`;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 1 Nov 2026 (R8) */
export const formatEnglishDate = (iso: string): string => {
  const era = eraOn(iso);
  const [year = 0, month = 1, day = 0] = iso.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}${era ? ` (${era.letter}${year - era.base})` : ''}`;
};

/** 昭和20年8月（日は不明）, 昭和20年（月日は不明） */
export const formatUncertain = ({ year, month, era }: Pick<UncertainDate, 'year' | 'month' | 'era'>): string => {
  const named = `${era.kanji}${eraYear(year - era.base)}年`;
  return month === null ? `${named}（月日は不明）` : `${named}${month}月（日は不明）`;
};

/** How an uncertain date is stored: 1945-08-99, 1945-99-99 (the office's own sign for 不明). */
export const uncertainIso = ({ year, month }: Pick<UncertainDate, 'year' | 'month'>): string =>
  `${pad(year, 4)}-${month === null ? '99' : pad(month)}-99`;

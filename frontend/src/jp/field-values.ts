import { ageOn } from './ages';
import { isInsurerNumber } from './check-digits';
import { type DateSuggestion, formatEnglishDate, formatJapaneseDate, formatShortDate, formatUncertain, parseDate, uncertainIso } from './dates';
import { eraOn } from './eras';
import { checkKana, toKatakana } from './kana';
import { asName, checkName } from './names';
import { formatAmount, formatPhone, formatPostal, parseAmount, parseDigits, parsePhone, parsePostal } from './numbers';
import { toPlainNumber } from './width';

/** 項目の値: one place that reads what a person types into a field and shows what is stored; entry, check and conflict panel all use it. */

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly en?: string;
  readonly code?: string;
}

/** What reading and showing need to know of a field; a subset of the form schema. */
export interface FieldKind {
  readonly type: string;
  readonly values?: readonly Choice[];
  readonly properties?: {
    readonly rule?: string;
    readonly uncertain?: boolean;
    readonly letters?: boolean;
    readonly lines?: number;
    readonly unit?: string;
    readonly unitEn?: string;
  };
}

export type FieldValue = string | number | readonly string[] | null;

export interface ReadValue {
  readonly kind: 'value';
  readonly value: FieldValue;
}
export interface EmptyValue {
  readonly kind: 'empty';
}
export interface RefusedValue {
  readonly kind: 'refused';
  /** `jp.<code>` is the message. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly suggestions?: readonly DateSuggestion[];
}
export type Reading = ReadValue | EmptyValue | RefusedValue;

const value = (v: FieldValue): ReadValue => ({ kind: 'value', value: v });
const refused = (code: string, extra: Omit<RefusedValue, 'kind' | 'code'> = {}): RefusedValue => ({ kind: 'refused', code, ...extra });

const readDate = (text: string, kind: FieldKind): Reading => {
  const read = parseDate(text, { uncertain: kind.properties?.uncertain ?? false });
  if (read.kind === 'date') return value(read.iso);
  if (read.kind === 'uncertain') return value(uncertainIso(read));
  return refused(read.code, { suggestions: read.suggestions });
};

const readName = (text: string): Reading => {
  const name = asName(text);
  const problem = checkName(name);
  return problem ? refused(problem.code, problem.codePoint ? { params: { codePoint: problem.codePoint } } : {}) : value(name);
};

const readKana = (text: string): Reading => {
  const kana = toKatakana(text).replace(/^\u3000+|\u3000+$/g, '');
  const problem = checkKana(kana);
  return problem ? refused(problem) : value(kana);
};

const digitBounds = (kind: FieldKind): [number, number] => {
  const bounds = /^digits:(\d+)-(\d+)$/.exec(kind.properties?.rule ?? '');
  return bounds ? [Number(bounds[1]), Number(bounds[2])] : [1, 20];
};

const readNumber = (text: string, kind: FieldKind): Reading => {
  if (kind.properties?.letters) return readSerial(text);
  if (kind.properties?.rule === 'insurerNumber') {
    const read = parseDigits(text, 6, 8);
    if (read.kind === 'refused') return refused(`insurer.${read.code}`, read.params ? { params: read.params } : {});
    return isInsurerNumber(read.value) ? value(read.value) : refused('insurer.check-digit');
  }
  const read = parseDigits(text, ...digitBounds(kind));
  return read.kind === 'accepted' ? value(read.value) : refused(read.code, read.params ? { params: read.params } : {});
};

const readSerial = (text: string): Reading => {
  const serial = toPlainNumber(text).replace(/\s+/g, '').toUpperCase();
  return /^[0-9A-Z-]{1,40}$/.test(serial) ? value(serial) : refused('serial.unreadable');
};

const readSerials = (text: string): Reading => {
  const each = text.split(/[\s,、]+/).filter((part) => part !== '').map(readSerial);
  const bad = each.find((read) => read.kind === 'refused');
  return bad ?? value(each.map((read) => String((read as ReadValue).value)));
};

const plainWord = (text: string): string => toPlainNumber(text).toLowerCase();

/** A choice by its number, its word or the beginning of one; only when exactly one is meant. */
export const choiceOf = (text: string, values: readonly Choice[]): Choice | undefined => {
  const typed = plainWord(text);
  const [, code = typed, word = ''] = /^(\d+)\s+(.*)$/.exec(typed) ?? [];
  const exact = values.find((v) => v.value === text || v.code === code || Number(v.code) === Number(code || NaN) || plainWord(v.label) === typed || (v.en && plainWord(v.en) === typed));
  if (exact && (word === '' || plainWord(exact.label).startsWith(word) || plainWord(exact.en ?? '').startsWith(word))) return exact;
  const begun = values.filter((v) => plainWord(v.label).startsWith(typed) || plainWord(v.en ?? '').startsWith(typed));
  return begun.length === 1 ? begun[0] : undefined;
};

const readChoice = (text: string, kind: FieldKind): Reading => {
  const found = choiceOf(text, kind.values ?? []);
  return found ? value(found.value) : refused('choice.unknown');
};

/** Plain text keeps its code points; only characters that cannot be stored are refused. */
const readText = (text: string): Reading => {
  const bare = text.replace(/^[ \t\u3000\n]+|[ \t\u3000\n]+$/g, '');
  const problem = checkName(bare.replace(/[\n\t]/g, ''));
  return problem ? refused(problem.code, problem.codePoint ? { params: { codePoint: problem.codePoint } } : {}) : value(bare);
};

/** A letter that was refused or accepted with its reason keeps one shape for all number parsers. */
const readBy = (read: ReturnType<typeof parsePostal | typeof parseAmount>): Reading =>
  read.kind === 'accepted' ? value(read.value) : refused(read.code, read.params ? { params: read.params } : {});

export const readField = (text: string, kind: FieldKind): Reading => {
  if (text.replace(/[\s\u3000]/g, '') === '') return { kind: 'empty' };
  switch (kind.type) {
    case 'jp-date': return readDate(text, kind);
    case 'jp-name': return readName(text);
    case 'jp-kana': return readKana(text);
    case 'jp-postal': return readBy(parsePostal(text));
    case 'jp-phone': return readBy(parsePhone(text));
    case 'jp-amount': return readBy(parseAmount(text));
    case 'jp-number': return readNumber(text, kind);
    case 'jp-serial': return readSerial(text);
    case 'jp-serials': return readSerials(text);
    case 'jp-choice-code': return readChoice(text, kind);
    default: return readText(text);
  }
};

const isIso = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A stored uncertain date, or null. */
const uncertainOf = (stored: string) => {
  const read = stored.endsWith('-99') ? parseDate(stored, { uncertain: true }) : null;
  return read?.kind === 'uncertain' ? read : null;
};

/** What the input shows for a stored value: the form a clerk would type. What could not be read is kept as it was typed. */
export const typedForm = (stored: FieldValue, kind: FieldKind): string => {
  if (stored === null || stored === undefined) return '';
  if (Array.isArray(stored)) return stored.join('\n');
  const text = String(stored);
  switch (kind.type) {
    case 'jp-date': {
      const uncertain = uncertainOf(text);
      if (uncertain) return `${uncertain.era.letter}${uncertain.year - uncertain.era.base}.${uncertain.month ?? 99}.99`;
      return isIso(text) && eraOn(text) ? formatShortDate(text) : text;
    }
    case 'jp-postal': return /^\d{7}$/.test(text) ? formatPostal(text) : text;
    case 'jp-phone': return /^0\d{9,10}$/.test(text) ? formatPhone(text) : text;
    case 'jp-amount': return /^\d+$/.test(text) ? formatAmount(Number(text)).slice(0, -1) : text;
    case 'jp-choice-code': {
      const choice = kind.values?.find((v) => v.value === text);
      return choice ? [choice.code, choice.label].filter(Boolean).join(' ') : text;
    }
    default: return text;
  }
};

/** What a reader sees of a stored value: 令和8年11月1日（日）, 000-0021, 20,000円, 社保離脱. */
export const shownForm = (stored: FieldValue, kind: FieldKind, language: 'ja' | 'en' = 'ja'): string => {
  if (stored === null || stored === undefined || stored === '') return '';
  const word = (v: string) => {
    const choice = kind.values?.find((one) => one.value === v);
    return choice ? (language === 'en' ? choice.en ?? choice.label : choice.label) : v;
  };
  if (Array.isArray(stored)) return stored.map(word).join(language === 'en' ? ', ' : '、');
  const text = String(stored);
  switch (kind.type) {
    case 'jp-date': {
      const uncertain = uncertainOf(text);
      if (uncertain) return formatUncertain(uncertain);
      if (!isIso(text)) return text;
      return language === 'en' ? formatEnglishDate(text) : formatJapaneseDate(text);
    }
    case 'jp-amount': return /^\d+$/.test(text) ? (language === 'en' ? `¥${formatAmount(Number(text)).slice(0, -1)}` : formatAmount(Number(text))) : text;
    case 'jp-choice-code': case 'jp-check-list': return word(text);
    case 'jp-number': return text + ((language === 'en' ? kind.properties?.unitEn && ` ${kind.properties.unitEn}` : kind.properties?.unit) ?? '');
    default: return typedForm(stored, kind);
  }
};

/** 満年齢 beside a date of birth. */
export const ageShown = (stored: FieldValue, today: string): number | null =>
  typeof stored === 'string' && isIso(stored) && !stored.endsWith('-99') ? ageOn(stored, today) : null;

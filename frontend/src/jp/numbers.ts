import { onlyDigits, toPlainNumber } from './width';

export interface Refused {
  readonly kind: 'refused';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
export interface Accepted<T> {
  readonly kind: 'accepted';
  readonly value: T;
}
export type Parsed<T> = Accepted<T> | Refused;

const accepted = <T>(value: T): Accepted<T> => ({ kind: 'accepted', value });
const refused = (code: string, params?: Refused['params']): Refused => ({ kind: 'refused', code, ...(params && { params }) });

/** 郵便番号: seven digits, with or without a hyphen or 〒. */
export const parsePostal = (text: string): Parsed<string> => {
  const digits = onlyDigits(text.replace('〒', ''));
  if (digits === null) return refused('postal.not-digits');
  return digits.length === 7 ? accepted(digits) : refused('postal.length', { count: digits.length });
};

export const formatPostal = (digits: string): string =>
  digits.length > 3 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : digits;

/** 電話番号: ten or eleven digits that begin with 0; brackets and hyphens are grouping. */
export const parsePhone = (text: string): Parsed<string> => {
  const digits = onlyDigits(toPlainNumber(text).replace(/[()]/g, ''));
  if (digits === null) return refused('phone.not-digits');
  if (digits.length !== 10 && digits.length !== 11) return refused('phone.length', { count: digits.length });
  return digits.startsWith('0') ? accepted(digits) : refused('phone.no-area');
};

const phoneGroups = (digits: string): [number, number] => {
  if (digits.startsWith('0800')) return [4, 3];
  if (digits.length === 11) return [3, 4];
  if (/^(0120|0570)/.test(digits)) return [4, 3];
  return /^0[36]/.test(digits) ? [2, 4] : [3, 3];
};

export const formatPhone = (digits: string): string => {
  const [area, office] = phoneGroups(digits);
  return [digits.slice(0, area), digits.slice(area, area + office), digits.slice(area + office)].join('-');
};

/** 金額: whole yen. Commas, 円 and ¥ are clothing; a fraction or a minus sign is refused, not rounded. */
export const parseAmount = (text: string): Parsed<number> => {
  const bare = toPlainNumber(text).replace(/^[¥\\￥]/, '').replace(/円$/, '').trim();
  if (bare === '') return refused('amount.empty');
  if (bare.startsWith('-')) return refused('amount.negative');
  if (!/^(\d{1,3}(,\d{3})+|\d+)$/.test(bare)) return refused('amount.not-yen');
  const digits = bare.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return digits.length > 12 ? refused('amount.too-long') : accepted(Number(digits));
};

export const formatAmount = (yen: number): string => `${yen.toString().replace(/\B(?=(\d{3})+$)/g, ',')}円`;

/** A number of fixed or bounded length (記号番号, 保険者番号): half-width digits. */
export const parseDigits = (text: string, min: number, max = min): Parsed<string> => {
  const digits = onlyDigits(text);
  if (digits === null) return refused('digits.not-digits');
  if (digits.length < min || digits.length > max) return refused('digits.length', { count: digits.length, min, max });
  return accepted(digits);
};

/** 元号: bounds of JIS X 0301. 明治 is read from 6.1.1 on, the first day of the Gregorian calendar in Japan. */

export type EraLetter = 'M' | 'T' | 'S' | 'H' | 'R';

export interface Era {
  readonly letter: EraLetter;
  readonly kanji: string;
  readonly short: string;
  readonly square: string;
  readonly digit: string;
  readonly from: string;
  readonly to: string;
  /** The Gregorian year before the era's first. */
  readonly base: number;
}

export const ERAS: readonly Era[] = [
  { letter: 'M', kanji: '明治', short: '明', square: '㍾', digit: '1', from: '1873-01-01', to: '1912-07-29', base: 1867 },
  { letter: 'T', kanji: '大正', short: '大', square: '㍽', digit: '2', from: '1912-07-30', to: '1926-12-24', base: 1911 },
  { letter: 'S', kanji: '昭和', short: '昭', square: '㍼', digit: '3', from: '1926-12-25', to: '1989-01-07', base: 1925 },
  { letter: 'H', kanji: '平成', short: '平', square: '㍻', digit: '4', from: '1989-01-08', to: '2019-04-30', base: 1988 },
  { letter: 'R', kanji: '令和', short: '令', square: '㋿', digit: '5', from: '2019-05-01', to: '9999-12-31', base: 2018 },
];

export const eraOfMark = (mark: string): Era | undefined =>
  ERAS.find((e) => [e.letter, e.kanji, e.short, e.square, e.digit].includes(mark.toUpperCase()));

export const eraOn = (iso: string): Era | undefined => ERAS.find((e) => e.from <= iso && iso <= e.to);

/** 元年 is said for year 1. */
export const eraYear = (year: number): string => (year === 1 ? '元' : String(year));

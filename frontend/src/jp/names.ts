import { widenKana } from './kana';

/**
 * 氏名: kept code point by code point. NFC, NFKC and case folding would replace compatibility ideographs
 * (神 U+FA19 would turn into 神 U+795E), so the only conversions are half-width katakana and the ASCII space.
 */
export const asName = (text: string): string => widenKana(text).replaceAll(' ', '\u3000');

export interface NameProblem {
  readonly code: 'name.empty' | 'name.space-at-end' | 'name.unregistered' | 'name.broken';
  /** The character that cannot be kept, as U+XXXX. */
  readonly codePoint?: string;
}

const isPrivateUse = (cp: number): boolean =>
  (cp >= 0xe000 && cp <= 0xf8ff) || (cp >= 0xf0000 && cp <= 0xffffd) || (cp >= 0x100000 && cp <= 0x10fffd);

const isBroken = (cp: number): boolean =>
  cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || (cp >= 0xd800 && cp <= 0xdfff) || cp === 0xfffd || (cp & 0xfffe) === 0xfffe;

export const codePointName = (char: string): string =>
  Array.from(char, (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

/** 外字の検査: characters of the private use area (外字) are refused by name; everything Unicode has stays. */
export const checkName = (text: string): NameProblem | null => {
  if (text.replaceAll('\u3000', '') === '') return { code: 'name.empty' };
  for (const char of text) {
    const cp = char.codePointAt(0) ?? 0;
    if (isPrivateUse(cp)) return { code: 'name.unregistered', codePoint: codePointName(char) };
    if (isBroken(cp)) return { code: 'name.broken', codePoint: codePointName(char) };
  }
  return /^\u3000|\u3000$/.test(text) ? { code: 'name.space-at-end' } : null;
};

/** Same name means same code points, variation selectors included. */
export const sameName = (a: string, b: string): boolean => a === b;

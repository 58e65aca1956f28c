/** 全角・半角: the few width conversions that input needs. Nothing here ever normalises with NFC or NFKC. */

const FULL_WIDTH_ASCII = /[\uff01-\uff5e]/g;
const HYPHENS = /[\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\uff0d\uff70]/g;

/** Full-width letters, digits and signs become their half-width twins; the ideographic space becomes a space. */
export const toHalfWidth = (text: string): string =>
  text
    .replace(FULL_WIDTH_ASCII, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');

/** Hyphen look-alikes (‐ ‑ – — − ー ｰ) become the ASCII hyphen. Only for numbers: in words, ー is a letter. */
export const unifyHyphens = (text: string): string => text.replace(HYPHENS, '-');

/** Digits as typed on paper or keyboard become half-width digits with ASCII hyphens. */
export const toPlainNumber = (text: string): string => unifyHyphens(toHalfWidth(text)).trim();

/** Only the digits of what was typed: hyphens and spaces are grouping, not content. Null when anything else is in it. */
export const onlyDigits = (text: string): string | null => {
  const digits = toPlainNumber(text).replace(/[-\s]/g, '');
  return /^\d*$/.test(digits) ? digits : null;
};

/** 印刷用: digits of an address become full-width, for print only. */
export const toFullWidthDigits = (text: string): string =>
  text.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

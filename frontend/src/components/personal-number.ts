/** Twelve digits, in whatever width and with whatever hyphens: a personal number, which must not leave the browser by a search box. */
export const looksLikePersonalNumber = (text: string): boolean =>
  /^\d{12}$/.test(text.normalize('NFKC').replace(/[\s\-‐‑–—−ーｰ]/gu, ''));

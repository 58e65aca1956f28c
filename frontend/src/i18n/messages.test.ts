import { translate } from '.';
import { en, ja } from './messages';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('words of the interface', () => {
  it('exist in both languages and leave none over', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, text] of Object.entries(ja)) {
      expect(holes(en[key as keyof typeof ja]), key).toEqual(holes(text));
    }
  });

  it('are never blaming', () => {
    for (const [key, text] of Object.entries(ja)) {
      expect(text, key).not.toMatch(/エラー|不正|無効/);
    }
  });

  it('counts in English as one does', () => {
    expect([1, 2].map((n) => translate('due.over', { n }, 'en'))).toEqual(['1 workday late', '2 workdays late']);
    expect([1, 3].map((n) => translate('check.stillOpen', { n }, 'en'))).toEqual(['1 item is still open.', '3 items are still open.']);
  });
});

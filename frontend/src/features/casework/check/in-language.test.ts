import { describe, expect, it } from 'vitest';
import type { CheckWork } from '../work/types';
import { inLanguage } from './in-language';

const work = {
  items: [
    { key: 'eventOn', label: '異動年月日', en: 'Day of the change', kind: 'reenter', type: 'jp-date', state: 'open', attemptsLeft: 2 },
    { key: 'item-reason', label: '取得の理由と書類', en: 'Reason and documents', kind: 'compare', type: 'group', state: 'closed', attemptsLeft: 0, fields: [{ key: 'reason', label: '取得の理由', en: 'Reason', type: 'jp-choice-code', state: 'closed' }] },
    { key: 'old', label: '古い様式の項目', kind: 'compare', type: 'jp-text', state: 'closed', attemptsLeft: 0 },
  ],
  system: [{ key: 'sex', label: '性別', en: 'Sex', value: '1', reason: 'computed' }],
} as unknown as CheckWork;

describe('the check in the language of the reader', () => {
  it('names items, the fields of a box and what the system settled in English, and leaves what has no English name', () => {
    const english = inLanguage(work, 'en');
    expect(english.items.map(({ label }) => label)).toEqual(['Day of the change', 'Reason and documents', '古い様式の項目']);
    expect(english.items[1]!.fields!.map(({ label }) => label)).toEqual(['Reason']);
    expect(english.system[0]!.label).toBe('Sex');
  });
  it('changes nothing in Japanese', () => expect(inLanguage(work, 'ja')).toBe(work));
});

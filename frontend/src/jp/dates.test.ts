import { describe, expect, it } from 'vitest';
import { ageOn, dayOfReaching } from './ages';
import { formatEnglishDate, formatJapaneseDate, formatShortDate, formatUncertain, parseDate, uncertainIso } from './dates';

const isoOf = (typed: string) => {
  const read = parseDate(typed);
  return read.kind === 'date' ? read.iso : `${read.kind}: ${read.kind === 'refused' ? read.code : ''}`;
};
const refusalOf = (typed: string, uncertain = false) => {
  const read = parseDate(typed, { uncertain });
  return read.kind === 'refused' ? [read.code, ...read.suggestions.map((s) => s.label)] : [read.kind];
};

describe('日付の読み取り', () => {
  it.each([
    'R8.11.1', 'r8.11.01', 'r081101', '5081101', '5.8.11.1', '令和8年11月1日', '令和8年11月1日（日）', '令8.11.1', '㋿8.11.1', 'R8/11/1', 'R8-11-1',
    'Ｒ８．１１．１', '令和８年１１月１日', 'ｒ０８１１０１', '５０８１１０１', ' R8.11.1 ', 'R 8. 11. 1', 'R8‐11‐1', 'R8−11ー1',
    '20261101', '2026/11/1', '2026-11-01', '2026.11.1', '2026年11月1日', '２０２６／１１／１', '２０２６１１０１',
  ])('%s は令和8年11月1日', (typed) => expect(isoOf(typed)).toBe('2026-11-01'));

  it.each([
    ['R元.5.1', '2019-05-01'], ['令和元年5月1日', '2019-05-01'], ['R1.5.1', '2019-05-01'], ['平成元年1月8日', '1989-01-08'],
    ['S64.1.7', '1989-01-07'], ['H1.1.8', '1989-01-08'], ['H31.4.30', '2019-04-30'], ['T15.12.24', '1926-12-24'],
    ['S1.12.25', '1926-12-25'], ['M45.7.29', '1912-07-29'], ['T1.7.30', '1912-07-30'], ['M6.1.1', '1873-01-01'],
    ['1020101', 'refused: date.before-calendar'], ['2010730', '1912-07-30'], ['3550301', '1980-03-01'], ['4240602', '2012-06-02'],
    ['R6.2.29', '2024-02-29'], ['S55.3.1', '1980-03-01'],
  ])('%s → %s', (typed, iso) => expect(isoOf(typed)).toBe(iso));

  it('打たれた文字は残る', () => expect(parseDate('Ｒ８．１１．１')).toEqual({ kind: 'date', iso: '2026-11-01', typed: 'Ｒ８．１１．１' }));
});

describe('元号の境目', () => {
  it.each([
    ['S64.4.1', '平成元年4月1日'], ['S64.1.8', '平成元年1月8日'], ['H31.5.1', '令和元年5月1日'], ['R1.4.30', '平成31年4月30日'],
    ['H1.1.7', '昭和64年1月7日'], ['S1.12.24', '大正15年12月24日'], ['T15.12.25', '昭和元年12月25日'], ['M45.7.30', '大正元年7月30日'],
    ['平成38年11月1日', '令和8年11月1日'],
  ])('%s は黙って直さず「%s」を示す', (typed, offered) => expect(refusalOf(typed)).toEqual(['date.outside-era', offered]));

  it('示した日付はそのまま入れられる', () => {
    const read = parseDate('S64.4.1');
    expect(read.kind === 'refused' && read.suggestions[0]?.iso).toBe('1989-04-01');
  });
});

describe('読めない日付', () => {
  it.each([
    ['', ['date.empty']], ['　', ['date.empty']], ['あした', ['date.unreadable']], ['R8.11', ['date.unreadable']], ['R81101', ['date.unreadable']],
    ['R7.2.29', ['date.no-such-day']], ['R8.13.1', ['date.no-such-day']], ['R8.4.31', ['date.no-such-day']], ['R0.5.1', ['date.no-such-day']],
    ['20260230', ['date.no-such-day']], ['M5.12.2', ['date.before-calendar']], ['1872/12/31', ['date.before-calendar']],
    ['6081101', ['date.unreadable']], ['R8.11.1x', ['date.unreadable']], ['1R8.11.1', ['date.unreadable']],
  ])('%s', (typed, refusal) => expect(refusalOf(typed)).toEqual(refusal));

  it('元号のない2けたの年は、どの元号かをたずねる', () => {
    expect(refusalOf('8.11.1')).toEqual(['date.no-era', '令和8年11月1日', '平成8年11月1日', '昭和8年11月1日', '大正8年11月1日', '明治8年11月1日']);
    expect(refusalOf('55/3/1')).toEqual(['date.no-era', '令和55年3月1日', '昭和55年3月1日']);
    expect(refusalOf('081101')[0]).toBe('date.no-era');
  });
});

describe('日のわからない日付', () => {
  it('許された欄でだけ入る', () => {
    expect(refusalOf('S20.8.00')).toEqual(['date.uncertain-not-allowed']);
    expect(refusalOf('S20.99.99')).toEqual(['date.uncertain-not-allowed']);
  });
  it.each([
    ['S20.8.00', '昭和20年8月（日は不明）', '1945-08-99'], ['S20.8.99', '昭和20年8月（日は不明）', '1945-08-99'],
    ['S20.99.99', '昭和20年（月日は不明）', '1945-99-99'], ['S20.00.00', '昭和20年（月日は不明）', '1945-99-99'],
    ['3209999', '昭和20年（月日は不明）', '1945-99-99'], ['Ｓ２０．８．００', '昭和20年8月（日は不明）', '1945-08-99'],
    ['1945-08-99', '昭和20年8月（日は不明）', '1945-08-99'], ['S64.1.00', '昭和64年1月（日は不明）', '1989-01-99'],
    ['H元.99.99', '平成元年（月日は不明）', '1989-99-99'],
  ])('%s は %s', (typed, shown, stored) => {
    const read = parseDate(typed, { uncertain: true });
    expect(read.kind === 'uncertain' && [formatUncertain(read), uncertainIso(read)]).toEqual([shown, stored]);
  });
  it('元号の外と、ない月は断る', () => {
    expect(refusalOf('S64.2.00', true)).toEqual(['date.outside-era']);
    expect(refusalOf('S20.13.00', true)).toEqual(['date.no-such-day']);
    expect(refusalOf('S20.99.15', true)).toEqual(['date.no-such-day']);
  });
});

describe('日付の見せ方', () => {
  it.each([
    ['2026-11-01', '令和8年11月1日（日）', 'R8.11.1', '1 Nov 2026 (R8)'],
    ['2019-05-01', '令和元年5月1日（水）', 'R1.5.1', '1 May 2019 (R1)'],
    ['1989-01-07', '昭和64年1月7日（土）', 'S64.1.7', '7 Jan 1989 (S64)'],
  ])('%s', (iso, long, short, english) =>
    expect([formatJapaneseDate(iso), formatShortDate(iso), formatEnglishDate(iso)]).toEqual([long, short, english]));

  it('見せた形は、そのまま読める', () => {
    for (const iso of ['1912-07-29', '1912-07-30', '1926-12-25', '1989-01-08', '2019-05-01', '2024-02-29']) {
      expect(isoOf(formatJapaneseDate(iso))).toBe(iso);
      expect(isoOf(formatShortDate(iso))).toBe(iso);
    }
  });
});

describe('年齢計算ニ関スル法律', () => {
  it('年齢は誕生日の前の日に達する', () => {
    expect(dayOfReaching('1951-12-02', 75)).toBe('2026-12-01');
    expect(dayOfReaching('2008-04-01', 18)).toBe('2026-03-31');
    expect([ageOn('1980-03-01', '2026-02-27'), ageOn('1980-03-01', '2026-02-28')]).toEqual([45, 46]);
  });
  it('2月29日生まれは、どの年も2月28日に達する', () => {
    expect([dayOfReaching('2004-02-29', 18), dayOfReaching('2004-02-29', 20)]).toEqual(['2022-02-28', '2024-02-28']);
    expect([ageOn('2004-02-29', '2022-02-27'), ageOn('2004-02-29', '2022-02-28')]).toEqual([17, 18]);
  });
  it('1月1日生まれは、前の年の大みそかに達する', () => expect(ageOn('2000-01-01', '2019-12-31')).toBe(20));
  it('生まれた日は0歳、生まれる前はない', () => {
    expect([ageOn('2026-11-01', '2026-11-01'), ageOn('2026-11-01', '2026-10-31'), ageOn('2025-11-02', '2026-11-01')]).toEqual([0, null, 1]);
    expect([ageOn('2025-06-02', '2026-01-01'), ageOn('2025-12-31', '2026-01-05')]).toEqual([0, 0]);
  });
});

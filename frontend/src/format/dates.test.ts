import { ageOn, civil, eraDate, eraDateWithDay, monthDay, monthDayTime, shortDateTime } from './dates';

describe('dates as the office writes them', () => {
  it.each([
    ['2026-11-20', '令和8年11月20日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1980-03-01', '昭和55年3月1日'],
  ])('%s is %s', (day, text) => expect(eraDate(day)).toBe(text));

  it('writes English dates with the era in parentheses', () => expect(eraDate('2026-11-01', 'en')).toBe('1 Nov 2026 (R8)'));

  it('takes an instant in Japan, whatever the machine thinks', () =>
    expect(civil('2026-11-19T15:30:00Z')).toEqual({ day: '2026-11-20', time: '0:30' }));

  it('adds the day of the week', () => {
    expect(eraDateWithDay('2026-11-20')).toBe('令和8年11月20日（金）');
    expect(monthDay('2026-11-24')).toBe('11月24日（火）');
  });

  it('names the year only when it is another', () => {
    const now = new Date('2026-11-20T10:00:00+09:00');
    expect(shortDateTime('2026-11-20T09:58:00+09:00', now)).toBe('11/20 9:58');
    expect(shortDateTime('2025-11-20T09:58:00+09:00', now)).toBe('2025/11/20 9:58');
    expect(monthDayTime('2026-11-19T16:20:00+09:00')).toBe('11月19日 16:20');
  });

  it('counts an age up on the birthday', () => {
    expect(ageOn('1980-03-01', '2026-02-28')).toBe(45);
    expect(ageOn('1980-03-01', '2026-03-01')).toBe(46);
  });
});

import type { Language } from '@/i18n';

const zone = 'Asia/Tokyo';
const weekdays = ['日', '月', '火', '水', '木', '金', '土'];
const eras = [
  { letter: 'R', kanji: '令和', from: '2019-05-01', before: 2018 },
  { letter: 'H', kanji: '平成', from: '1989-01-08', before: 1988 },
  { letter: 'S', kanji: '昭和', from: '1926-12-25', before: 1925 },
  { letter: 'T', kanji: '大正', from: '1912-07-30', before: 1911 },
  { letter: 'M', kanji: '明治', from: '1868-01-25', before: 1867 },
] as const;

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});

/** The Japanese calendar day and the time of day of an instant; a plain date is taken as it stands. */
export function civil(value: string): { day: string; time: string | null } {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { day: value, time: null };
  const part = Object.fromEntries(parts.formatToParts(new Date(value)).map(({ type, value: text }) => [type, text]));
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${Number(part['hour'])}:${part['minute']}` };
}

const numbers = (day: string) => day.split('-').map(Number) as [number, number, number];
const weekday = (day: string) => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!;
const eraOf = (day: string) => eras.find((era) => day >= era.from);
const monthName = (month: number) => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]!;

/** 令和8年11月20日 / 20 Nov 2026 (R8) */
export function eraDate(value: string, language: Language = 'ja'): string {
  const { day } = civil(value);
  const [year, month, date] = numbers(day);
  const era = eraOf(day);
  if (language === 'en') return `${date} ${monthName(month)} ${year}${era ? ` (${era.letter}${year - era.before})` : ''}`;
  const eraYear = era ? year - era.before : year;
  return `${era?.kanji ?? ''}${era && eraYear === 1 ? '元' : eraYear}年${month}月${date}日`;
}

/** 令和8年11月20日（金） */
export const eraDateWithDay = (value: string, language: Language = 'ja'): string =>
  language === 'en' ? eraDate(value, 'en') : `${eraDate(value)}（${weekday(civil(value).day)}）`;

/** 11月24日（火） */
export function monthDay(value: string, language: Language = 'ja'): string {
  const { day } = civil(value);
  const [, month, date] = numbers(day);
  return language === 'en' ? `${date} ${monthName(month)}` : `${month}月${date}日（${weekday(day)}）`;
}

/** 11/20 */
export function shortDate(value: string): string {
  const [, month, date] = numbers(civil(value).day);
  return `${month}/${date}`;
}

/** 11/20 11:32; the year is added when it is not this one. */
export function shortDateTime(value: string, now = new Date()): string {
  const { day, time } = civil(value);
  const year = day.slice(0, 4) === civil(now.toISOString()).day.slice(0, 4) ? '' : `${day.slice(0, 4)}/`;
  return `${year}${shortDate(value)}${time === null ? '' : ` ${time}`}`;
}

/** 11月19日 16:20 */
export function monthDayTime(value: string, language: Language = 'ja'): string {
  const { day, time } = civil(value);
  const [, month, date] = numbers(day);
  const date1 = language === 'en' ? `${date} ${monthName(month)}` : `${month}月${date}日`;
  return time === null ? date1 : `${date1} ${time}`;
}

export const timeOfDay = (value: string | Date): string => civil(typeof value === 'string' ? value : value.toISOString()).time ?? '';

/** Age on a day in completed years, as people say it. */
export function ageOn(birth: string, on: string): number {
  const [birthYear, birthMonth, birthDay] = numbers(civil(birth).day);
  const [year, month, date] = numbers(civil(on).day);
  return year - birthYear - (month * 100 + date < birthMonth * 100 + birthDay ? 1 : 0);
}

export const today = (): string => civil(new Date().toISOString()).day;

/**
 * 年齢: 年齢計算ニ関スル法律 with 民法143条. The day of birth counts, so an age is reached on the day before the birthday;
 * who was born on 29 February reaches it on 28 February in every year.
 */

const DAY = 86_400_000;

/** The day on which the person reaches the age (達する日). */
export const dayOfReaching = (birth: string, age: number): string => {
  const [year = 0, month = 1, day = 1] = birth.split('-').map(Number);
  const before = month === 2 && day === 29 ? Date.UTC(year + age, 1, 28) : Date.UTC(year + age, month - 1, day) - DAY;
  return new Date(before).toISOString().slice(0, 10);
};

/** 満年齢 by that law on a day; null before birth. */
export const ageOn = (birth: string, day: string): number | null => {
  if (day < birth) return null;
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  for (const age of [years + 1, years]) {
    if (age > 0 && day >= dayOfReaching(birth, age)) return age;
  }
  return Math.max(0, years - 1);
};

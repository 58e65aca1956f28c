/**
 * 個人番号の検査用数字: 行政手続における特定の個人を識別するための番号の利用等に関する法律の規定による通知カード及び
 * 個人番号カード並びに情報提供ネットワークシステムによる特定個人情報の提供等に関する省令（平成26年総務省令第85号）第5条.
 * P_n is the n-th digit of the eleven counted from the lowest, Q_n is n+1 for n ≤ 6 and n−5 above.
 */
export const myNumberCheckDigit = (eleven: string): number => {
  const digits = [...eleven].reverse().map(Number);
  const sum = digits.reduce((total, p, at) => total + p * (at < 6 ? at + 2 : at - 4), 0);
  const rest = sum % 11;
  return rest <= 1 ? 0 : 11 - rest;
};

/** True when twelve digits carry the right check digit (the last). */
export const isMyNumber = (digits: string): boolean =>
  /^\d{12}$/.test(digits) && myNumberCheckDigit(digits.slice(0, 11)) === Number(digits[11]);

/** 保険者番号の検証番号: weights 2, 1 from the right over the other digits; the digits of each product are added. */
export const insurerCheckDigit = (others: string): number => {
  const sum = [...others].reverse().map(Number).reduce((total, digit, at) => {
    const product = digit * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** 保険者番号: 6 digits for 国保, 8 digits with 法別番号 for employees' insurance. */
export const isInsurerNumber = (digits: string): boolean =>
  /^(\d{6}|\d{8})$/.test(digits) && insurerCheckDigit(digits.slice(0, -1)) === Number(digits.at(-1));

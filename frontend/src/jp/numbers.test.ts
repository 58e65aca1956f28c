import { describe, expect, it } from 'vitest';
import { insurerCheckDigit, isInsurerNumber, isMyNumber, myNumberCheckDigit } from './check-digits';
import { formatAmount, formatPhone, formatPostal, parseAmount, parseDigits, parsePhone, parsePostal } from './numbers';

const valueOf = (parsed: ReturnType<typeof parsePostal | typeof parseAmount>) => (parsed.kind === 'accepted' ? parsed.value : parsed.code);

describe('郵便番号と電話番号', () => {
  it.each(['0000021', '000-0021', '０００００２１', '０００－００２１', '000‐0021', '000−0021', '000ー0021', '000ｰ0021', '000—0021', '〒000-0021'])(
    '%s', (typed) => expect(valueOf(parsePostal(typed))).toBe('0000021'));
  it('けたの数を言って断る', () => {
    expect(parsePostal('000-002')).toEqual({ kind: 'refused', code: 'postal.length', params: { count: 6 } });
    expect(valueOf(parsePostal('000-00211'))).toBe('postal.length');
    expect(valueOf(parsePostal('みどり野'))).toBe('postal.not-digits');
  });
  it('区切って見せる', () => {
    expect([formatPostal('0000021'), formatPostal('000'), formatPostal('0000')]).toEqual(['000-0021', '000', '000-0']);
    expect(['00012345678', '0312345678', '0471234567', '0120123456', '08001234567'].map(formatPhone)).toEqual(
      ['000-1234-5678', '03-1234-5678', '047-123-4567', '0120-123-456', '0800-123-4567']);
  });
  it.each(['000-1234-5678', '０００（１２３４）５６７８', '000ー1234ー5678'])('%s', (typed) => expect(valueOf(parsePhone(typed))).toBe('00012345678'));
  it('電話番号でないものは断る', () =>
    expect(['110', '1234567890', '000-1234-56789', 'なし'].map((t) => valueOf(parsePhone(t)))).toEqual(['phone.length', 'phone.no-area', 'phone.length', 'phone.not-digits']));
});

describe('金額', () => {
  it.each([['20000', 20000], ['20,000', 20000], ['２０，０００円', 20000], ['¥20,000', 20000], ['￥２００', 200], ['0', 0], ['007', 7], ['1,234,567', 1234567]])(
    '%s', (typed, yen) => expect(valueOf(parseAmount(typed))).toBe(yen));
  it.each([['', 'amount.empty'], ['-5', 'amount.negative'], ['−5', 'amount.negative'], ['1.5', 'amount.not-yen'], ['2,00', 'amount.not-yen'], ['1e3', 'amount.not-yen'], ['二万', 'amount.not-yen'], ['1234567890123', 'amount.too-long']])(
    '%s は断る', (typed, code) => expect(valueOf(parseAmount(typed))).toBe(code));
  it('3けたごとに区切って見せる', () => expect([0, 999, 1000, 20000, 1234567].map(formatAmount)).toEqual(['0円', '999円', '1,000円', '20,000円', '1,234,567円']));
});

it('けたの決まった番号', () => {
  expect(parseDigits('１２３４ー５６', 6)).toEqual({ kind: 'accepted', value: '123456' });
  expect(parseDigits('12345', 6, 8)).toEqual({ kind: 'refused', code: 'digits.length', params: { count: 5, min: 6, max: 8 } });
});

describe('検査用数字（総務省令第85号第5条）', () => {
  it('計算の例: 11けた 12345678901 の検査用数字', () => {
    // 1×2+0×3+9×4+8×5+7×6+6×7+5×2+4×3+3×4+2×5+1×6 = 212; 212 mod 11 = 3; 11 − 3 = 8
    expect(myNumberCheckDigit('12345678901')).toBe(8);
    expect(isMyNumber('123456789018')).toBe(true);
  });
  it('あまりが1以下なら0', () => {
    expect(myNumberCheckDigit('00000000000')).toBe(0);
    expect(myNumberCheckDigit('00000000006')).toBe(0); // 6×2 = 12, rest 1
    expect(myNumberCheckDigit('00000000001')).toBe(9);
  });
  it('1けたの打ちまちがいは必ず見つかる（あまり0と1のとりちがえのほか）', () => {
    const right = `00001234567${myNumberCheckDigit('00001234567')}`;
    expect(isMyNumber(right)).toBe(true);
    const wrong = [...right].flatMap((digit, at) => [...'0123456789'].filter((d) => d !== digit).map((d) => right.slice(0, at) + d + right.slice(at + 1)));
    expect(wrong.filter(isMyNumber).length).toBeLessThanOrEqual(11);
    expect(wrong.slice(-9).some(isMyNumber)).toBe(false);
  });
  it('12けたの数字のほかは番号でない', () => expect(['', '12345678901', '1234567890188', '12345678901８', 'abcdefghijkl'].map(isMyNumber)).toEqual([false, false, false, false, false]));
});

describe('保険者番号の検証番号', () => {
  it('33120015 は正しい', () => expect([isInsurerNumber('33120015'), insurerCheckDigit('3312001')]).toEqual([true, 5]));
  it('1けたちがえば正しくない', () => expect([...'0123456789'].filter((d) => isInsurerNumber(`3312001${d}`))).toEqual(['5']));
  it('6けたか8けた', () => expect(['000000', '00000000', '0000000', ''].map(isInsurerNumber)).toEqual([true, true, false, false]));
});

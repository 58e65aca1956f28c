import { describe, expect, it } from 'vitest';
import { differenceOf, glyphsOf } from './glyphs';
import { checkKana, ReadingCollector, toKatakana, widenKana } from './kana';
import { asName, checkName, codePointName } from './names';
import { toFullWidthDigits } from './width';

describe('氏名', () => {
  it.each([
    ['はしごだか U+9AD9', '\u9ad9橋'], ['たつさき U+FA11', '山\ufa11'], ['神 U+FA19', '\ufa19山'], ['つちよし（サロゲート）', '\u{20bb7}野家'],
    ['葛 と異体字セレクタ', '葛\u{e0100}城'], ['邉 と異体字セレクタ', '渡邉\u{e0103}'], ['結合文字の濁点', 'か\u3099'], ['全角の英字', 'Ａｎｎａ'], ['鉤括弧でない〓', '〓'],
  ])('%s は符号位置のまま残る', (_, name) => {
    expect(asName(name)).toBe(name);
    expect(JSON.parse(JSON.stringify(asName(name)))).toBe(name);
    expect(checkName(name)).toBeNull();
  });
  it('NFC、NFKCなら変わってしまう字で試している', () => {
    expect('\ufa19'.normalize('NFC')).not.toBe('\ufa19');
    expect('か\u3099'.normalize('NFC')).not.toBe('か\u3099');
  });
  it('半角カナと半角の空白だけを直す', () => {
    expect(asName('ﾀｶｿﾞﾗ ｹﾝﾀ')).toBe('タカゾラ　ケンタ');
    expect(asName('髙空 健太')).toBe('髙空　健太');
    expect(widenKana('ｶﾞﾊﾟｳﾞｯｰ｡')).toBe('ガパヴッー。');
  });
  it.each(['\ue000', '\uf8ff', '\u{f0000}', '\u{10fffd}'])('私用領域 %# は断る', (char) =>
    expect(checkName(`髙${char}`)).toEqual({ code: 'name.unregistered', codePoint: codePointName(char) }));
  it('こわれた字、空、はしの空白は断る', () => {
    expect(checkName('高\ud842')?.code).toBe('name.broken');
    expect(checkName('高\u0007')?.code).toBe('name.broken');
    expect(checkName('\u3000')?.code).toBe('name.empty');
    expect(checkName('髙空　')?.code).toBe('name.space-at-end');
  });
});

describe('カナ', () => {
  it('ひらがなと半角は全角カタカナになる', () => expect(toKatakana('たかぞら ｹﾞﾝﾀ ゔ')).toBe('タカゾラ　ゲンタ　ヴ'));
  it('カナでない字は断る', () => {
    expect(checkKana('タカゾラ　ケンタ')).toBeNull();
    expect(checkKana('アンナ・マリー')).toBeNull();
    expect(checkKana('高空')).toBe('kana.not-kana');
    expect(checkKana('')).toBe('kana.empty');
  });
  const compose = (reading: ReadingCollector, updates: string[], committed: string) => {
    updates.forEach((u) => reading.update(u));
    return reading.end(committed);
  };
  it('変換する前の読みを集める', () => {
    const reading = new ReadingCollector();
    expect(compose(reading, ['ｔ', 'た', 'たｋ', 'たか', 'たかぞら', '髙空', '高空'], '髙空')).toBe('タカゾラ');
    expect(reading.space()).toBe('タカゾラ　');
    expect(compose(reading, ['k', 'け', 'けn', 'けん', 'けんた', '健太'], '健太')).toBe('タカゾラ　ケンタ');
  });
  it('取り消した変換は読みにならない', () => {
    const reading = new ReadingCollector();
    expect(compose(reading, ['たか'], '')).toBe('');
    expect(compose(reading, ['さとう', '佐藤'], '佐藤')).toBe('サトウ');
  });
  it('カナのまま確定した名も読める', () => expect(compose(new ReadingCollector(), ['す', 'すz', 'すず'], 'スズ')).toBe('スズ'));
  it('人が直したあとは、二度と上書きしない', () => {
    const reading = new ReadingCollector();
    compose(reading, ['たかぞら'], '髙空');
    reading.stop();
    expect(compose(reading, ['けんた'], '健太')).toBe('タカゾラ');
    reading.clear();
    expect(reading.text).toBe('タカゾラ');
  });
});

describe('字のちがい', () => {
  const marked = (left: string, right: string) => {
    const d = differenceOf(left, right);
    const draw = (runs: typeof d.left) => runs.map((r) => (r.same ? r.text : `[${r.text}]`)).join('');
    return [draw(d.left), draw(d.right)];
  };
  it.each([
    ['令和8年11月1日', '令和8年11月7日', '令和8年11月[1]日', '令和8年11月[7]日'],
    ['髙空', '高空', '[髙]空', '[高]空'],
    ['000-0021', '000-0031', '000-00[2]1', '000-00[3]1'],
    ['みどり健保', 'みどり健保組合', 'みどり健保', 'みどり健保[組合]'],
    ['', 'あ', '', '[あ]'],
    ['同じ', '同じ', '同じ', '同じ'],
  ])('%s と %s', (left, right, l, r) => {
    const [a, b] = marked(left, right);
    expect([a, b]).toEqual([l, r]);
    expect(a!.replace(/[[\]]/g, '') + b!.replace(/[[\]]/g, '')).toBe(left + right);
  });
  it('異体字セレクタだけのちがいも、字ごと示す', () => {
    expect(glyphsOf('葛\u{e0100}城')).toEqual(['葛\u{e0100}', '城']);
    expect(marked('葛\u{e0100}城', '葛城')).toEqual(['[葛\u{e0100}]城', '[葛]城']);
    expect(differenceOf('葛\u{e0100}城', '葛城').equal).toBe(false);
  });
  it('サロゲートペアは半分に切らない', () => expect(marked('\u{20bb7}野', '吉野')).toEqual(['[\u{20bb7}]野', '[吉]野']));
});

it('印刷のときだけ数字を全角にする', () => expect(toFullWidthDigits('中央一丁目4番8号')).toBe('中央一丁目４番８号'));

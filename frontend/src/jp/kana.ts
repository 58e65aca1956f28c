/** カナ: conversion to full-width katakana, and the reading that an IME lets us see while a name is being composed. */

const HALF_KANA: Record<string, string> = {
  'ｦ': 'ヲ', 'ｧ': 'ァ', 'ｨ': 'ィ', 'ｩ': 'ゥ', 'ｪ': 'ェ', 'ｫ': 'ォ', 'ｬ': 'ャ', 'ｭ': 'ュ', 'ｮ': 'ョ', 'ｯ': 'ッ', 'ｰ': 'ー',
  'ｱ': 'ア', 'ｲ': 'イ', 'ｳ': 'ウ', 'ｴ': 'エ', 'ｵ': 'オ', 'ｶ': 'カ', 'ｷ': 'キ', 'ｸ': 'ク', 'ｹ': 'ケ', 'ｺ': 'コ',
  'ｻ': 'サ', 'ｼ': 'シ', 'ｽ': 'ス', 'ｾ': 'セ', 'ｿ': 'ソ', 'ﾀ': 'タ', 'ﾁ': 'チ', 'ﾂ': 'ツ', 'ﾃ': 'テ', 'ﾄ': 'ト',
  'ﾅ': 'ナ', 'ﾆ': 'ニ', 'ﾇ': 'ヌ', 'ﾈ': 'ネ', 'ﾉ': 'ノ', 'ﾊ': 'ハ', 'ﾋ': 'ヒ', 'ﾌ': 'フ', 'ﾍ': 'ヘ', 'ﾎ': 'ホ',
  'ﾏ': 'マ', 'ﾐ': 'ミ', 'ﾑ': 'ム', 'ﾒ': 'メ', 'ﾓ': 'モ', 'ﾔ': 'ヤ', 'ﾕ': 'ユ', 'ﾖ': 'ヨ', 'ﾗ': 'ラ', 'ﾘ': 'リ',
  'ﾙ': 'ル', 'ﾚ': 'レ', 'ﾛ': 'ロ', 'ﾜ': 'ワ', 'ﾝ': 'ン', '･': '・', '､': '、', '｡': '。', '｢': '「', '｣': '」',
};
const VOICED: Record<string, string> = {
  'ｶ': 'ガ', 'ｷ': 'ギ', 'ｸ': 'グ', 'ｹ': 'ゲ', 'ｺ': 'ゴ', 'ｻ': 'ザ', 'ｼ': 'ジ', 'ｽ': 'ズ', 'ｾ': 'ゼ', 'ｿ': 'ゾ',
  'ﾀ': 'ダ', 'ﾁ': 'ヂ', 'ﾂ': 'ヅ', 'ﾃ': 'デ', 'ﾄ': 'ド', 'ﾊ': 'バ', 'ﾋ': 'ビ', 'ﾌ': 'ブ', 'ﾍ': 'ベ', 'ﾎ': 'ボ',
  'ｳ': 'ヴ', 'ﾜ': 'ヷ', 'ｦ': 'ヺ',
};
const HALF_VOICED: Record<string, string> = { 'ﾊ': 'パ', 'ﾋ': 'ピ', 'ﾌ': 'プ', 'ﾍ': 'ペ', 'ﾎ': 'ポ' };

const ofHalfKana = (match: string): string => {
  const [base = '', mark] = match;
  if (mark === 'ﾞ') return VOICED[base] ?? `${HALF_KANA[base] ?? base}゛`;
  if (mark === 'ﾟ') return HALF_VOICED[base] ?? `${HALF_KANA[base] ?? base}゜`;
  return HALF_KANA[base] ?? base;
};

/** Half-width katakana becomes full-width, with its voicing mark drawn in (ｶﾞ → ガ). Nothing else is touched. */
export const widenKana = (text: string): string => text.replace(/[\uff61-\uff9d][\uff9e\uff9f]?/g, ofHalfKana);

/** フリガナ: hiragana and half-width kana become full-width katakana, a space becomes 全角空白. */
export const toKatakana = (text: string): string =>
  widenKana(text)
    .replace(/[\u3041-\u3096\u309d\u309e]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60))
    .replaceAll(' ', '\u3000');

export type KanaProblem = 'kana.empty' | 'kana.not-kana';

/** Says what keeps the text from being a reading, or null. */
export const checkKana = (text: string): KanaProblem | null => {
  if (text.replaceAll('\u3000', '') === '') return 'kana.empty';
  return /^[\u30a1-\u30fe\u3000\u31f0-\u31ff]+$/.test(text) ? null : 'kana.not-kana';
};

const KANA_ONLY = /^[\u3041-\u3096\u309d\u309e\u30a1-\u30fe\uff66-\uff9f\s\u3000]+$/;
const UNFINISHED_ROMAJI = /[a-zａ-ｚ]+$/i;

/**
 * 読みの聞き取り: listens to one composition after another and keeps the reading typed before conversion.
 * It stops for good once the person has touched the kana, so that a correction is never overwritten.
 */
export class ReadingCollector {
  private reading = '';
  private pending = '';
  private stopped = false;

  get text(): string {
    return this.reading;
  }

  get listening(): boolean {
    return !this.stopped;
  }

  update(data: string): void {
    const typed = data.replace(UNFINISHED_ROMAJI, '');
    if (KANA_ONLY.test(typed)) this.pending = typed;
  }

  /** A committed composition adds its reading; a cancelled one (empty) adds nothing. */
  end(committed: string): string {
    if (!this.stopped && committed !== '') {
      this.reading += toKatakana(KANA_ONLY.test(committed) ? committed : this.pending);
    }
    this.pending = '';
    return this.reading;
  }

  /** A space typed between family and given name belongs to the reading too. */
  space(): string {
    if (!this.stopped && this.reading !== '' && !this.reading.endsWith('\u3000')) this.reading += '\u3000';
    return this.reading;
  }

  /** The name was emptied: the reading starts again. */
  clear(): void {
    if (!this.stopped) this.reading = '';
    this.pending = '';
  }

  stop(): void {
    this.stopped = true;
  }
}

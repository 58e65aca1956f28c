/** 字のちがい: compares two texts as a reader sees them, character with its variation selector, code point by code point. */

const isVariationSelector = (cp: number): boolean =>
  (cp >= 0xfe00 && cp <= 0xfe0f) || (cp >= 0xe0100 && cp <= 0xe01ef) || (cp >= 0x180b && cp <= 0x180d);

/** Splits into drawn characters: a code point with the variation selectors that follow it. */
export const glyphsOf = (text: string): string[] => {
  const glyphs: string[] = [];
  for (const char of text) {
    if (isVariationSelector(char.codePointAt(0) ?? 0) && glyphs.length > 0) glyphs[glyphs.length - 1] += char;
    else glyphs.push(char);
  }
  return glyphs;
};

export interface Run {
  readonly text: string;
  readonly same: boolean;
}

export interface TextDifference {
  readonly left: readonly Run[];
  readonly right: readonly Run[];
  readonly equal: boolean;
}

const commonLengths = (a: string[], b: string[]): number[][] => {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
};

const push = (runs: { text: string; same: boolean }[], text: string, same: boolean): void => {
  const last = runs.at(-1);
  if (last?.same === same) last.text += text;
  else runs.push({ text, same });
};

/** Marks what differs on each side. Texts of a form field are short, so the plain table of common lengths will do. */
export const differenceOf = (left: string, right: string): TextDifference => {
  const [a, b] = [glyphsOf(left), glyphsOf(right)];
  const lengths = commonLengths(a, b);
  const [leftRuns, rightRuns]: [{ text: string; same: boolean }[], { text: string; same: boolean }[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(leftRuns, a[i++]!, true);
      push(rightRuns, b[j++]!, true);
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      push(leftRuns, a[i++]!, false);
    } else {
      push(rightRuns, b[j++]!, false);
    }
  }
  return { left: leftRuns, right: rightRuns, equal: left === right };
};

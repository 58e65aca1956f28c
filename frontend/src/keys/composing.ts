/** 変換中: the input method is still composing; every key handler asks this first (screens 5.3). */
export const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/**
 * 見てから答える: an answer counts only for an item that has stood before the checker. A key pressed while the item before it was still on its way,
 * or in the moment another item appeared under the finger, is meant for what was there before (screens.md 1: a check is an act).
 * The time is less than anybody needs to read one value.
 */
export const seen = { afterMs: 300 };

export const isSeen = (since: number, now: number = performance.now()): boolean => now - since >= seen.afterMs;

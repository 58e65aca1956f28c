import type { Box } from '@/components/source';

/** What is known of one page: regions to hide, or that no number stands on it. */
export interface PageMasks { readonly boxes: readonly Box[]; readonly none: boolean }
export const untouched: PageMasks = { boxes: [], none: false };

const SMALLEST = 0.01;
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const clamp = (value: number, most = 1): number => Math.min(most, Math.max(0, value));

/** The frame between two corners, kept inside the page. */
export function rectOf([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Box {
  const [left, right] = [clamp(Math.min(x1, x2)), clamp(Math.max(x1, x2))];
  const [top, bottom] = [clamp(Math.min(y1, y2)), clamp(Math.max(y1, y2))];
  return [round(left), round(top), round(right - left), round(bottom - top)];
}

export const moved = ([x, y, w, h]: Box, dx: number, dy: number): Box => [round(clamp(x + dx, 1 - w)), round(clamp(y + dy, 1 - h)), w, h];
export const resized = ([x, y, w, h]: Box, dw: number, dh: number): Box =>
  [x, y, round(Math.max(SMALLEST, clamp(w + dw, 1 - x))), round(Math.max(SMALLEST, clamp(h + dh, 1 - y)))];

export const isSettled = (page: PageMasks | undefined): boolean => page !== undefined && (page.none || page.boxes.length > 0);

/** The first page nobody has said anything about; null when every page is settled. */
export const firstOpen = (pages: number, masks: Readonly<Record<number, PageMasks>>): number | null =>
  Array.from({ length: pages }, (_, at) => at + 1).find((no) => !isSettled(masks[no])) ?? null;

/** As the server wants it: one line for each region. */
export const statement = (masks: Readonly<Record<number, PageMasks>>) =>
  Object.entries(masks).flatMap(([page, { boxes }]) => boxes.map((box) => ({ page: Number(page), box })));

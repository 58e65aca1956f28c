/** 原本の場所: where a source says it, as written in a form (`template:page:x,y,w,h`) or answered by the server. */

export interface SourcePage { readonly no: number; readonly width: number; readonly height: number }
export interface Source { readonly id: string; readonly title: string; readonly template: string | null; readonly pages: readonly SourcePage[] }
export type Box = readonly [number, number, number, number];
export interface Spot { readonly source: string; readonly page: number; readonly box: Box }

const step = /^([\d.-]+),([\d.-]+)(?:;(\d+):(-?[\d.]+))?$/;

/** The spot of one row of a list: moved down by the step, and onto the next page where the list goes on there. */
function moved([x, y, w, h]: Box, page: number, row: number, evidenceStep: string | undefined): { page: number; box: Box } {
  const match = row > 0 && evidenceStep ? step.exec(evidenceStep) : null;
  if (!match) return { page, box: [x, y, w, h] };
  const [dx, dy, rows, shift] = [Number(match[1]), Number(match[2]), Number(match[3] ?? Infinity), Number(match[4] ?? 0)];
  const turned = Number.isFinite(rows) ? Math.floor(row / rows) : 0;
  const within = turned > 0 ? row % rows : row;
  return { page: page + turned, box: [x + dx * within, y + dy * within + (turned > 0 ? shift : 0), w, h] };
}

/** Finds the spot among the papers of the task; null when the thing lies in the hand or the paper is not there. */
export function spotOf(evidence: string | undefined, sources: readonly Source[], row = 0, evidenceStep?: string): Spot | null {
  const [template, pageNo, box] = evidence?.split(':') ?? [];
  const source = sources.find((one) => one.template === template);
  const numbers = box?.split(',').map(Number) ?? [];
  if (!source || numbers.length !== 4 || numbers.some(Number.isNaN)) return null;
  const at = moved(numbers as unknown as Box, Number(pageNo), row, evidenceStep);
  return source.pages.some((page) => page.no === at.page) ? { source: source.id, ...at } : null;
}

/** `hand:papers` → papers: what lies in the hand and is counted again. */
export const inHand = (evidence: string | undefined): string | null => (evidence?.startsWith('hand:') ? evidence.slice(5) : null);

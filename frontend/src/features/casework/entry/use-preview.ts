import { useRef, useState } from 'react';
import { api, asProblem, problemText } from '@/api';
import { fieldText } from '../work/field-text';
import { isSettled, type PageMasks } from './masks';

const MOST_BYTES = 20 * 1024 * 1024;
interface Preview { readonly pages: number; readonly no: number; readonly width: number; readonly height: number; readonly image: string }

/** Pages of a file that is not kept yet, drawn by the server one by one; what is said of each page stays here until it is sent. */
export function usePreview(caseNo: string, onTrouble: (trouble: string | null) => void) {
  const file = useRef<File | null>(null);
  const asked = useRef(0);
  const [shown, setShown] = useState<{ pages: number | null; no: number; image: string | null } | null>(null);
  const [masks, setMasks] = useState<Readonly<Record<number, PageMasks>>>({});

  const show = async (no: number) => {
    if (!file.current) return;
    const turn = ++asked.current;
    setShown((before) => ({ pages: before?.pages ?? null, no, image: null }));
    const body = new FormData();
    body.set('file', file.current);
    body.set('page', String(no));
    try {
      const page = await api<Preview>('POST', `/api/cases/${encodeURIComponent(caseNo)}/documents/preview`, { body });
      if (turn === asked.current) setShown({ pages: page.pages, no: page.no, image: page.image });
    } catch (error) {
      const problem = asProblem(error);
      if (turn !== asked.current) return;
      setShown(null);
      onTrouble(problem.fields[0] ? fieldText(problem.fields[0]) : problemText(problem));
    }
  };
  /** Another file or kind: what was drawn belonged to the former one. */
  const start = (chosen: File | undefined) => {
    asked.current++;
    file.current = chosen && chosen.size <= MOST_BYTES ? chosen : null;
    setMasks({});
    setShown(null);
    onTrouble(null);
    if (file.current) void show(1);
  };
  return {
    started: shown !== null, pages: shown?.pages ?? null, no: shown?.no ?? 1, image: shown?.image ?? null, masks, show, start,
    setMasks: (page: PageMasks) => { setMasks((before) => ({ ...before, [shown?.no ?? 1]: page })); if (isSettled(page)) onTrouble(null); },
  };
}

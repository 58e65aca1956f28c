import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { Icon } from '@/components';
import type { Box } from '@/components/source';
import { useT } from '@/i18n';
import { localKeys } from '@/keys';
import styles from './mask-desk.module.css';
import { moved, rectOf, resized, type PageMasks } from './masks';

interface MaskDeskProps {
  /** The page as a picture; null while it is on the way. */
  readonly image: string | null;
  readonly no: number;
  readonly pages: number;
  readonly masks: PageMasks;
  readonly onMasks: (masks: PageMasks) => void;
  readonly onPage: (no: number) => void;
}

const STEP = 0.01;
const SMALLEST = 0.008;

/** 隠す所を囲む: by mouse, or by keys on the frame itself. A page is done when something is hidden on it or the person says that no number stands there. */
export const MaskDesk = ({ image, no, pages, masks, onMasks, onPage }: MaskDeskProps) => {
  const t = useT();
  const sheet = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<{ from: readonly [number, number]; to: readonly [number, number] } | null>(null);
  const added = useRef(false);
  const last = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (added.current) last.current?.focus(); added.current = false; }, [masks]);

  const set = (boxes: readonly Box[]) => onMasks({ boxes, none: false });
  const change = (index: number, box: Box) => set(masks.boxes.map((one, at) => (at === index ? box : one)));
  const add = () => { added.current = true; set([...masks.boxes, [0.38, 0.46, 0.24, 0.05]]); };
  const place = (event: PointerEvent): readonly [number, number] => {
    const { left, top, width, height } = sheet.current!.getBoundingClientRect();
    return [(event.clientX - left) / width, (event.clientY - top) / height];
  };
  const finish = () => {
    if (!drawing) return;
    const box = rectOf(drawing.from, drawing.to);
    setDrawing(null);
    if (box[2] > SMALLEST && box[3] > SMALLEST) set([...masks.boxes, box]);
  };
  const keysOf = (index: number, box: Box) => localKeys({
    ArrowLeft: () => change(index, moved(box, -STEP, 0)), ArrowRight: () => change(index, moved(box, STEP, 0)),
    ArrowUp: () => change(index, moved(box, 0, -STEP)), ArrowDown: () => change(index, moved(box, 0, STEP)),
    'Shift+ArrowLeft': () => change(index, resized(box, -STEP, 0)), 'Shift+ArrowRight': () => change(index, resized(box, STEP, 0)),
    'Shift+ArrowUp': () => change(index, resized(box, 0, -STEP)), 'Shift+ArrowDown': () => change(index, resized(box, 0, STEP)),
    Delete: () => set(masks.boxes.filter((_, at) => at !== index)),
  });
  const style = ([x, y, w, h]: Box) => ({ left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` });
  return (
    <section className={styles.desk} aria-label={t('mask.title')}>
      <div className={styles.tools}>
        {pages > 1 && <><button type="button" className="btn small plain" aria-disabled={no === 1 || undefined} onClick={() => no > 1 && onPage(no - 1)}>{t('mask.before')}</button><span aria-live="polite">{t('mask.page', { no, pages })}</span><button type="button" className="btn small plain" aria-disabled={no === pages || undefined} onClick={() => no < pages && onPage(no + 1)}>{t('mask.after')}</button></>}
        <button type="button" className="btn small" onClick={add}><Icon name="plus" size={14} />{t('mask.add')}</button>
        <label className="row"><input type="checkbox" checked={masks.none} disabled={masks.boxes.length > 0} onChange={(event) => onMasks({ boxes: [], none: event.target.checked })} /> {t('mask.none')}</label>
      </div>
      <p className="muted sm">{t('mask.how')}</p>
      <div
        ref={sheet} className={styles.sheet} data-testid="mask-sheet"
        onPointerDown={(event) => { if (event.button === 0 && !(event.target as Element).closest('button')) { event.currentTarget.setPointerCapture?.(event.pointerId); setDrawing({ from: place(event), to: place(event) }); } }}
        onPointerMove={(event) => { if (drawing) setDrawing({ ...drawing, to: place(event) }); }}
        onPointerUp={finish} onPointerCancel={() => setDrawing(null)}
      >
        {image ? <img src={image} alt={t('mask.page', { no, pages })} draggable={false} /> : <p className={styles.wait} role="status">{t('mask.wait')}</p>}
        {masks.boxes.map((box, index) => (
          <button key={index} ref={index === masks.boxes.length - 1 ? last : null} type="button" className={styles.box} style={style(box)} aria-label={t('mask.place', { n: index + 1 })} {...keysOf(index, box)} />
        ))}
        {drawing && <span className={styles.drawing} style={style(rectOf(drawing.from, drawing.to))} />}
      </div>
    </section>
  );
};

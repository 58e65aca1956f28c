import { useRef, useState, type ReactNode } from 'react';
import { useT } from '@/i18n';
import { localKeys } from '@/keys';
import styles from './splitter.module.css';

const LEAST = 25;
const MOST = 65;
const setting = 'futari.split';
const clamp = (percent: number) => Math.min(MOST, Math.max(LEAST, Math.round(percent)));
const kept = () => clamp(Number(localStorage.getItem(setting) ?? '43') || 43);

/** 左右の境: two panes with an edge that is moved by dragging or with the arrow keys. */
export const Splitter = ({ left, right }: { left: ReactNode; right: ReactNode }) => {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [percent, setPercent] = useState(kept);
  const set = (next: number) => {
    setPercent(clamp(next));
    localStorage.setItem(setting, String(clamp(next)));
  };
  const drag = (event: React.PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left: from, width } = box.current!.getBoundingClientRect();
    set(((event.clientX - from) / width) * 100);
  };
  return (
    <div ref={box} className={styles.split} style={{ '--split': `${percent}%` } as React.CSSProperties}>
      {left}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('work.splitter')}
        aria-valuenow={percent}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        className={styles.edge}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        {...localKeys({ ArrowLeft: () => set(percent - 2), ArrowRight: () => set(percent + 2), Home: () => set(LEAST), End: () => set(MOST) })}
      />
      {right}
    </div>
  );
};

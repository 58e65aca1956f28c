import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import styles from './timeline.module.css';

export type TimelineLook = 'entry' | 'check' | 'returned' | 'plain' | 'over';
export interface TimelineItem {
  readonly id: string;
  readonly time: string;
  readonly dateTime: string;
  readonly look: TimelineLook;
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly who: ReactNode;
  readonly detail?: ReactNode;
  readonly right?: ReactNode;
}

/** 経過: newest first; one line what, one line detail. */
export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <ol className={styles.timeline}>
    {items.map((item) => (
      <li key={item.id}>
        <time dateTime={item.dateTime} className={styles.time}>{item.time}</time>
        <span className={`${styles.dot} ${styles[item.look]}`}><Icon name={item.icon} size={13} /></span>
        <p><b>{item.title}</b>　{item.who}{item.detail && <span className={styles.detail}>{item.detail}</span>}</p>
        <span>{item.right}</span>
      </li>
    ))}
  </ol>
);

import { useId, type ReactNode } from 'react';
import styles from './card.module.css';

/** A section in a frame, with its heading and what belongs beside it. */
export const Card = ({ title, aside, children, flush = false }: { title: string; aside?: ReactNode; children: ReactNode; flush?: boolean }) => {
  const id = useId();
  return (
    <section className={`card ${styles.card}`} aria-labelledby={id}>
      <div className={styles.head}><h2 id={id}>{title}</h2>{aside !== undefined && <span className={styles.aside}>{aside}</span>}</div>
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  );
};

/** Lines of a small list: what at the left, a short fact at the right. */
export const SideList = ({ children }: { children: ReactNode }) => <ul className={styles.side}>{children}</ul>;
export const SideLine = ({ children, right }: { children: ReactNode; right?: ReactNode }) => <li>{children}{right !== undefined && <span className={styles.right}>{right}</span>}</li>;

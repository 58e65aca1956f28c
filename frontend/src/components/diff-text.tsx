import { differenceOf } from '@/jp';
import styles from './diff-text.module.css';

/** ちがう字の印: differing characters in fill, bold and underline; compared code point by code point with their variation selectors. */
export const DiffText = ({ text, against }: { text: string; against: string }) => (
  <span className={styles.text}>
    {differenceOf(text, against).left.map((run, index) => (run.same ? <span key={index}>{run.text}</span> : <mark key={index} className={styles.mark}>{run.text}</mark>))}
  </span>
);

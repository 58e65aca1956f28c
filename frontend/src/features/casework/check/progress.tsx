import { useT } from '@/i18n';
import type { CheckItem } from '../work/types';
import styles from './check.module.css';
import { isOpen, isRight, isWrong } from './item-spec';

/** 進みぐあい: word, number and a bar with pattern. */
export const Progress = ({ items, active }: { items: readonly CheckItem[]; active: string | null }) => {
  const t = useT();
  const [right, wrong, left] = [items.filter(isRight).length, items.filter(isWrong).length, items.filter(isOpen).length];
  return (
    <div className={styles.progress}>
      <h2>{t('check.count', { n: items.length })}</h2>
      <span className={styles.bar} aria-hidden="true">
        {items.map((item) => <i key={item.key} className={isRight(item) ? styles.barRight : isWrong(item) || item.state === 'differs' ? styles.barWrong : item.key === active ? styles.barNow : ''} />)}
      </span>
      <span><b>{right}</b> {t('check.right')}</span>
      <span><b className={wrong > 0 ? styles.numberWrong : undefined}>{wrong}</b> {t('check.wrong')}</span>
      <span><b>{left}</b> {t('check.left')}</span>
    </div>
  );
};

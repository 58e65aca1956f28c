import type { DueState } from '@/api';
import { monthDay, timeOfDay } from '@/format/dates';
import { useLanguage, useT } from '@/i18n';
import { Icon } from './icon';
import styles from './due-label.module.css';

interface DueLabelProps {
  readonly due: string | null;
  readonly state: DueState;
  readonly businessDays: number | null;
  /** Adds 「まで」 and leaves the second line out: for page heads. */
  readonly inline?: boolean;
}

/** 期限: how late, apart from the status; red is filled and only for what is over or due today. */
export const DueLabel = ({ due, state, businessDays, inline = false }: DueLabelProps) => {
  const t = useT();
  const language = useLanguage();
  if (due === null || state === 'none') return <span className="muted">{inline ? '' : t('due.none')}</span>;
  const by = (text: string) => (inline ? t('due.by', { due: text }) : text);
  if (state === 'over') {
    const days = Math.abs(businessDays ?? 0);
    return (
      <span className={`${styles.due} ${styles.over}`}>
        <Icon name="warn" size={14} />
        {days > 0 ? t('due.over', { n: days }) : t('due.overNow')}
      </span>
    );
  }
  if (state === 'today') {
    return (
      <span className={`${styles.due} ${styles.today}`}>
        <Icon name="clock" />
        <time dateTime={due}>{t(inline ? 'due.byToday' : 'due.today', { time: timeOfDay(due) || '17:15' })}</time>
      </span>
    );
  }
  return (
    <span className={inline ? styles.due : styles.two}>
      <time dateTime={due} className={state === 'soon' ? styles.soon : undefined}>{by(monthDay(due, language))}</time>
      {!inline && businessDays !== null && <span className={styles.left}>{t('due.left', { n: businessDays })}</span>}
    </span>
  );
};

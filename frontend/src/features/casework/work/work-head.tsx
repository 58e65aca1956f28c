import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseHead, Stamp, Task } from '@/api';
import { DueLabel, Icon, StampBox, StatusChip, type ChipLook } from '@/components';
import { paths } from '@/config/paths';
import { useT, type MessageKey, type Translate } from '@/i18n';
import styles from './work.module.css';

interface WorkHeadProps {
  readonly task: Task;
  readonly head: CaseHead;
  readonly stamps: readonly Stamp[];
  readonly from: { readonly href: string; readonly label: string };
  readonly title: string;
  readonly look: ChipLook;
  readonly lookLabel?: MessageKey;
  readonly duty: 'do' | 'check';
  readonly children?: ReactNode;
}

/** The inbox names the step already; a title that does not say 入力 or 確認 gets it. */
export const workTitle = (task: Task, t: Translate): string =>
  /入力|確認|決定|審査/.test(task.title) ? task.title : t(task.duty === 'check' ? 'check.title' : 'entry.title', { step: task.title });

/** 仕事の見出し: where from, what, how far, how late, and the stamp box with every round. */
export const WorkHead = ({ task, head, stamps, from, title, look, lookLabel, duty, children }: WorkHeadProps) => {
  const t = useT();
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <nav className={styles.crumb} aria-label={t('work.path')}>
          <Link to={from.href}>{from.label}</Link>
          <Icon name="right" size={14} />
          <Link to={paths.case.getHref(head.caseNo)} className="mono">{head.caseNo}</Link>
          {head.subjectName && <><Icon name="right" size={14} /><span className="name">{task.householdName ?? head.subjectName}</span></>}
        </nav>
        <div className={styles.headLine}>
          <h1>{title}</h1>
          <StatusChip look={look} {...(lookLabel ? { label: lookLabel } : {})} />
          <DueLabel due={task.due} state={task.dueState} businessDays={task.businessDays} inline />
        </div>
      </div>
      {children}
      <StampBox stamps={stamps.filter((stamp) => stamp.stepKey === task.stepKey)} most={6} now={duty} />
    </header>
  );
};

import { useMemo } from 'react';
import type { Task } from '@/api';
import { DueLabel, SealPair, StatusChip, type ChipLook, type Column } from '@/components';
import { shortDate } from '@/format/dates';
import { plainStep } from '@/format/labels';
import { useT, type MessageKey } from '@/i18n';
import type { OptionalColumn } from '../model/display';
import styles from './columns.module.css';

/** 状態: the word says a little more than the stage where it helps (being checked, until when it is held). */
export const TaskStatus = ({ task }: { task: Task }) => {
  const label: MessageKey | undefined =
    task.status === 'second' ? (task.duty === 'check' && task.claimedBy ? 'status.checking' : 'status.second') : undefined;
  return <StatusChip look={task.status as ChipLook} {...(label ? { label } : {})} />;
};

export const mineOf = (task: Task, officer: string): 'do' | 'check' | null =>
  task.claimedBy?.no === officer ? task.duty : task.doer?.no === officer ? 'do' : task.checker?.no === officer ? 'check' : null;

const Sub = ({ children }: { children: React.ReactNode }) => <span className={styles.sub}>{children}</span>;

/** The columns of the inbox; the optional ones as the person chose. */
export function useColumns(officer: string, names: boolean, optional: readonly OptionalColumn[]): Column<Task>[] {
  const t = useT();
  return useMemo(() => {
    const extra: Record<OptionalColumn, Column<Task>> = {
      received: { key: 'received', head: t('inbox.col.received'), track: '84px', cell: (task) => (task.receivedOn ? shortDate(task.receivedOn) : '') },
      section: { key: 'section', head: t('inbox.col.section'), track: '96px', cell: (task) => task.sectionName ?? task.section },
      holder: { key: 'holder', head: t('inbox.col.holder'), track: '110px', cell: (task) => <span className="name">{task.claimedBy?.name}</span> },
    };
    return [
      { key: 'due', head: t('inbox.col.due'), track: '140px', cell: (task) => <DueLabel due={task.due} state={task.dueState} businessDays={task.businessDays} /> },
      {
        key: 'task', head: t('inbox.col.task'), track: 'minmax(220px, 1fr)',
        cell: (task) => (
          <>
            <span className={styles.title}>{plainStep(task.title)}</span>
            <Sub><span className="mono">{task.caseNo}</span>{task.counterNote && <span className={styles.note}>{task.counterNote}</span>}</Sub>
          </>
        ),
      },
      {
        key: 'subject', head: t('inbox.col.subject'), track: 'minmax(120px, 148px)',
        cell: (task) => (names
          ? <><span className={`name ${styles.person}`}>{task.subjectName ?? <span className="muted">{t('inbox.noSubject')}</span>}</span>{task.householdName && task.householdName !== task.subjectName && <Sub>{t('inbox.head', { name: task.householdName })}</Sub>}</>
          : <span className="muted">{t('inbox.nameHidden')}</span>),
      },
      ...optional.map((column) => extra[column]),
      {
        key: 'status', head: t('inbox.col.status'), track: '124px',
        cell: (task) => (
          <>
            <TaskStatus task={task} />
            {task.heldUntil && <Sub>{t('inbox.heldUntil', { date: shortDate(task.heldUntil) })}</Sub>}
            {!task.heldUntil && task.daysWaiting !== null && task.daysWaiting > 0 && <Sub>{t('inbox.waitingDays', { n: task.daysWaiting })}</Sub>}
          </>
        ),
      },
      {
        key: 'seals', head: t('inbox.col.seals'), track: '92px',
        cell: (task) => <SealPair doer={task.doer?.name ?? (task.status === 'doing' && task.duty === 'do' ? task.claimedBy?.name ?? null : null)} checker={task.checker?.name ?? null} mine={mineOf(task, officer)} />,
      },
    ];
  }, [t, officer, names, optional]);
}

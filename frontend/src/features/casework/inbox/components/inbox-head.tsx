import { Link } from 'react-router';
import type { Counts, Task, TaskView } from '@/api';
import { Icon } from '@/components';
import { paths } from '@/config/paths';
import { eraDateWithDay, today } from '@/format/dates';
import { useLanguage, useT } from '@/i18n';
import styles from '../inbox-page.module.css';

/** The title of the view, the day, and what to begin with. */
export const InboxHead = ({ view, rows, counts, mayStart }: { view: TaskView; rows: readonly Task[]; counts: Counts | undefined; mayStart: boolean }) => {
  const t = useT();
  const language = useLanguage();
  const count = (state: Task['dueState']) => rows.filter((task) => task.dueState === state).length;
  return (
    <header className={styles.head}>
      <h1>{t(`inbox.title.${view}`)}</h1>
      <span className="sub">{eraDateWithDay(today(), language)}　{view === 'mine' && rows.length > 0 && t('inbox.day', { today: count('today'), over: count('over') })}</span>
      <span className="grow" />
      {view === 'mine' && (counts?.team ?? 0) > 0 && (
        <Link className="btn small plain no-print" to={`${paths.inboxTeam.getHref()}?q=free`}><Icon name="people" size={14} />{t('inbox.fromTeam', { n: counts!.team })}</Link>
      )}
      {mayStart && <Link className="btn small primary no-print" to={paths.start.getHref()}>{t('inbox.start')} <kbd className="kbd">F2</kbd></Link>}
    </header>
  );
};

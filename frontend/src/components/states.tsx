import { useEffect, useState, type ReactNode } from 'react';
import { asProblem, problemText } from '@/api';
import { timeOfDay } from '@/format/dates';
import { useT } from '@/i18n';
import { Icon, type IconName } from './icon';
import { Notice } from './notice';
import styles from './states.module.css';

const useAfter = (milliseconds: number): boolean => {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return passed;
};

/** 読み込み中: nothing for 0.4 s, then lines with words, after 10 s an explanation and a way on. */
export const Loading = ({ what, lines = 5, onAgain }: { what: string; lines?: number; onAgain?: () => void }) => {
  const t = useT();
  const visible = useAfter(400);
  const slow = useAfter(10_000);
  if (!visible) return <div className={styles.loading} aria-busy="true" />;
  return (
    <div className={styles.loading} aria-busy="true">
      <p className="sub" role="status">{t('state.loading', { what })}</p>
      {Array.from({ length: lines }, (_, line) => <i key={line} className={styles.line} style={{ width: `${[92, 64, 84, 58, 76][line % 5]}%` }} />)}
      {slow && (
        <Notice look="wait" actions={onAgain && <button type="button" className="btn small plain" onClick={onAgain}>{t('app.again')}</button>}>
          {t('state.slow')}
        </Notice>
      )}
    </div>
  );
};

/** 読み込めない: the section says so by itself; the others stay. */
export const Failed = ({ what, error, onAgain }: { what: string; error: unknown; onAgain?: () => void }) => {
  const t = useT();
  const problem = asProblem(error);
  const known = problem.status > 0 && problem.status < 500;
  return (
    <div className={styles.failed} role="alert">
      <p className={styles.failedHead}><Icon name="alert" /><b>{t('state.failed', { what })}</b></p>
      <p>{problem.status === 0 || known ? problemText(problem) : t('state.failedDo')}</p>
      {!known && <p className="sm muted">{t('state.number', { no: problem.number, time: timeOfDay(problem.at) })}</p>}
      {onAgain && <p><button type="button" className="btn small" onClick={onAgain}>{t('app.again')}</button></p>}
    </div>
  );
};

interface FullStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly heading?: 'h1' | 'h2';
}

/** Empty, forbidden, not found: one calm block in the middle that says what it is and what to do. */
export const FullState = ({ icon, title, children, actions, heading: Heading = 'h2' }: FullStateProps) => (
  <div className={styles.full}>
    <Icon name={icon} size={20} />
    <Heading className={styles.title}>{title}</Heading>
    {children}
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </div>
);

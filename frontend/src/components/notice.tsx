import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import styles from './notice.module.css';

export type NoticeLook = 'info' | 'second' | 'returned' | 'over' | 'done' | 'wait';
const icons: Record<NoticeLook, IconName> = { info: 'info', second: 'two', returned: 'back', over: 'alert', done: 'tick', wait: 'pause' };

interface NoticeProps {
  readonly look: NoticeLook;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** `status` is read when convenient, `alert` at once; without it nothing is announced. */
  readonly role?: 'status' | 'alert';
}

/** An inline message that stays where it belongs; never a toast that vanishes. */
export const Notice = ({ look, title, children, actions, role }: NoticeProps) => (
  <div className={`${styles.notice} ${styles[look]}`} role={role}>
    <Icon name={icons[look]} />
    <div className={styles.text}>
      {title !== undefined && <b>{title}</b>}
      {children}
    </div>
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </div>
);

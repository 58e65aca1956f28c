import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Me } from '@/api';
import { FullState } from '@/components';
import { isMessageKey, useT } from '@/i18n';
import { mayOpen, menuItems, startOf } from './menu';

const roleName = (t: ReturnType<typeof useT>, role: string) => {
  const key = `role.${role}`;
  return isMessageKey(key) ? t(key) : role;
};

/** An address of the menu that the person's roles do not open says why and what to do. The server refuses by itself all the same. */
export const Gate = ({ me, menu, children }: { me: Me; menu: string | undefined; children: ReactNode }) => {
  const t = useT();
  const item = menuItems.find(({ id }) => id === menu);
  if (item === undefined || mayOpen(me, item)) return children;
  const start = startOf(me);
  return (
    <FullState
      icon="lock"
      heading="h1"
      title={t('state.forbidden')}
      actions={start && <Link className="btn" to={start}>{t('state.toStart')}</Link>}
    >
      <p>{t('state.forbiddenWhy', {
        what: t(item.label),
        who: item.roles.map((role) => roleName(t, role)).join(t('app.listDot')),
        roles: me.roles.map((role) => roleName(t, role)).join(t('app.listDot')),
      })}</p>
      <p className="sub">{t('state.forbiddenDo')}</p>
    </FullState>
  );
};

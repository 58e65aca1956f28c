import { NavLink, useLocation } from 'react-router';
import type { Counts, Me } from '@/api';
import { Icon } from '@/components';
import { useT } from '@/i18n';
import { useCounts } from '@/api/counts';
import { mayOpen, menu, type MenuItem } from './menu';
import styles from './side-menu.module.css';

const CountMark = ({ item, counts }: { item: MenuItem; counts: Counts | undefined }) => {
  if (!item.view || counts === undefined) return null;
  const count = counts[item.view];
  return <span className={`${styles.count} ${item.count && count > 0 ? styles[item.count] : ''}`}>{count}</span>;
};

/** The left navigation: only what the person's roles open, in words, with counts. */
export const SideMenu = ({ me, rail, current }: { me: Me; rail: boolean; current?: string }) => {
  const t = useT();
  const { pathname } = useLocation();
  const groups = menu
    .map((group) => ({ ...group, items: group.items.filter((item) => mayOpen(me, item)) }))
    .filter((group) => group.items.length > 0);
  const counts = useCounts(groups.some((group) => group.items.some((item) => item.view)));
  const isHere = (item: MenuItem) => (current ? item.id === current : item.href === pathname);
  return (
    <nav className={`${styles.menu} ${rail ? styles.rail : ''} no-print`} aria-label={t('app.menu')}>
      {groups.map((group) => (
        <section key={group.label}>
          <h2 className={rail ? 'vh' : undefined}>{t(group.label)}</h2>
          <ul>
            {group.items.map((item) => (
              <li key={item.id}>
                <NavLink to={item.href} end className={isHere(item) ? styles.here : undefined} aria-current={isHere(item) ? 'page' : undefined}>
                  <Icon name={item.icon} size={rail ? 18 : 16} />
                  <span>{t(rail ? item.short : item.label)}</span>
                  {!rail && <CountMark item={item} counts={counts} />}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};

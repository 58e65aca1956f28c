import type { Me, TaskView } from '@/api';
import type { IconName } from '@/components';
import { paths } from '@/config/paths';
import type { MessageKey } from '@/i18n';

export interface MenuItem {
  readonly id: string;
  readonly href: string;
  readonly icon: IconName;
  readonly label: MessageKey;
  readonly short: MessageKey;
  readonly view?: TaskView;
  readonly count?: 'second' | 'returned' | 'over';
  /** Roles whose people use it; told on the page that says why an address does not open. */
  readonly roles: readonly string[];
}

export interface MenuGroup { readonly label: MessageKey; readonly items: readonly MenuItem[] }

const clerks = ['counter-clerk', 'eligibility-clerk', 'levy-clerk', 'benefit-clerk', 'collection-clerk', 'entrustment-clerk'];
const workers = [...clerks, 'section-chief', 'manager'];

/** The menu of the whole office; a person sees what the server lists in `/api/me`. */
export const menu: readonly MenuGroup[] = [
  {
    label: 'nav.work',
    items: [
      { id: 'inbox', href: paths.inbox.getHref(), icon: 'inbox', label: 'nav.inbox', short: 'rail.inbox', view: 'mine', roles: workers },
      { id: 'check', href: paths.inboxCheck.getHref(), icon: 'two', label: 'nav.check', short: 'rail.check', view: 'check', count: 'second', roles: workers },
      { id: 'returned', href: paths.inboxReturned.getHref(), icon: 'back', label: 'nav.returned', short: 'rail.returned', view: 'returned', count: 'returned', roles: workers },
      { id: 'waiting', href: paths.inboxWaiting.getHref(), icon: 'pause', label: 'nav.waiting', short: 'rail.waiting', view: 'waiting', roles: workers },
      { id: 'team', href: paths.inboxTeam.getHref(), icon: 'people', label: 'nav.team', short: 'rail.team', view: 'team', roles: workers },
      { id: 'overdue', href: paths.inboxOverdue.getHref(), icon: 'clock', label: 'nav.overdue', short: 'rail.overdue', view: 'overdue', count: 'over', roles: ['section-chief', 'manager'] },
    ],
  },
  {
    label: 'nav.ledger',
    items: [
      { id: 'search', href: paths.search.getHref(), icon: 'folder', label: 'nav.cases', short: 'rail.cases', roles: [...workers, 'compliance-reviewer'] },
      { id: 'number-confirmations', href: paths.numbers.getHref(), icon: 'shield', label: 'nav.numbers', short: 'rail.numbers', roles: ['counter-clerk', 'eligibility-clerk', 'section-chief', 'manager', 'compliance-reviewer'] },
    ],
  },
  {
    label: 'nav.admin',
    items: [
      { id: 'staff', href: paths.staff.getHref(), icon: 'gear', label: 'nav.staff', short: 'rail.staff', roles: ['administrator'] },
      { id: 'terminals', href: paths.terminals.getHref(), icon: 'terminal', label: 'nav.terminals', short: 'rail.terminals', roles: ['administrator'] },
    ],
  },
];

export const menuItems: readonly MenuItem[] = menu.flatMap((group) => group.items);

/** The server's word decides; without one, the roles do. */
export const mayOpen = (me: Me, item: MenuItem): boolean =>
  me.menu.length > 0 ? me.menu.includes(item.id) : item.roles.some((role) => me.roles.includes(role));

export const startOf = (me: Me): string | undefined => menuItems.find((item) => mayOpen(me, item))?.href;

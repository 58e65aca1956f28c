/** Every address of the application. Addresses carry case numbers, never a name, never a personal number. */
export const paths = {
  inbox: { path: '/inbox', getHref: () => '/inbox' },
  inboxCheck: { path: '/inbox/check', getHref: () => '/inbox/check' },
  inboxReturned: { path: '/inbox/returned', getHref: () => '/inbox/returned' },
  inboxWaiting: { path: '/inbox/waiting', getHref: () => '/inbox/waiting' },
  inboxTeam: { path: '/inbox/team', getHref: () => '/inbox/team' },
  inboxOverdue: { path: '/inbox/overdue', getHref: () => '/inbox/overdue' },
  entry: { path: '/tasks/:id', getHref: (id: string) => `/tasks/${encodeURIComponent(id)}` },
  check: { path: '/checks/:id', getHref: (id: string) => `/checks/${encodeURIComponent(id)}` },
  case: { path: '/cases/:caseNo', getHref: (caseNo: string, tab?: string) => `/cases/${encodeURIComponent(caseNo)}${tab ? `?tab=${tab}` : ''}` },
  /** What is searched for is a name as a rule: it travels in the history's state, never in the address. */
  search: { path: '/search', getHref: () => '/search' },
  person: { path: '/people/:addresseeNo', getHref: (addresseeNo: string) => `/people/${encodeURIComponent(addresseeNo)}` },
  start: { path: '/cases/new', getHref: () => '/cases/new' },
  numbers: { path: '/numbers', getHref: () => '/numbers' },
  staff: { path: '/admin/staff', getHref: () => '/admin/staff' },
  terminals: { path: '/admin/terminals', getHref: () => '/admin/terminals' },
} as const;

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
  search: { path: '/search', getHref: (q = '') => (q === '' ? '/search' : `/search?q=${encodeURIComponent(q)}`) },
  person: { path: '/people/:addresseeNo', getHref: (addresseeNo: string) => `/people/${encodeURIComponent(addresseeNo)}` },
  start: { path: '/cases/new', getHref: () => '/cases/new' },
  staff: { path: '/admin/staff', getHref: () => '/admin/staff' },
  terminals: { path: '/admin/terminals', getHref: () => '/admin/terminals' },
} as const;

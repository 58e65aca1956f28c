import { readFileSync } from 'node:fs';
import type { Counts, Task } from '@/api/types';
import { events, flowOf, overview, stamps } from './demo-case';
import { roles, staff, terminals } from './demo-access';
import { openNumbers, settledNumbers } from './demo-numbers';
import { clerk, MockOffice, ok, type Asked } from './mock-office';
import { paperSvg, paperValues } from './paper';
import { manyTasks, me, mockUpTasks } from './tasks';
import { playedCheck, playedNotice, playEntry, proofEntry, returnedEntry, sources } from './work';

const counts: Counts = { mine: 12, check: 7, returned: 2, waiting: 9, team: 48, overdue: 1 };

/** The office of the mock-ups, for looking at screens without a server. */
export function demoOffice(): MockOffice {
  const mine = mockUpTasks();
  const team = manyTasks(Number(process.env['FUTARI_MOCK_ROWS'] ?? 500));
  const all = () => [...mine, ...team];
  const rowsOf = (view: string): Task[] =>
    view === 'mine' ? mine : view === 'returned' ? mine.filter((task) => task.status === 'returned') : view === 'team' ? team
      : view === 'check' ? team.slice(0, 7).map((task) => ({ ...task, duty: 'check' as const, status: 'second' as const, title: task.title.replace('入力', '確認'), doer: { no: '1002', name: '流星 一郎', at: '2026-11-20T09:58:00+09:00' } })) : [];
  const page = ({ query }: Asked) => {
    const rows = rowsOf(query.get('view') ?? 'mine').filter((task) => !query.get('kind') || task.kind === query.get('kind'));
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return ok({ rows: rows.slice(from, from + limit), counts, next: from + limit < rows.length ? String(from + limit) : null, asOf: new Date().toISOString() });
  };
  return playWork(new MockOffice())
    .on('GET', '/api/me', () => ok(process.env['FUTARI_MOCK_ADMIN'] ? { ...clerk, roles: ['administrator'], menu: ['inbox', 'check', 'returned', 'waiting', 'staff', 'terminals'] } : clerk))
    .on('POST', '/logout', () => ok({ redirect: '/' }))
    .on('GET', '/api/tasks', page)
    .on('POST', '/api/tasks/claim', ({ body }) => ok({
      results: (body as { ids: string[] }).ids.map((id, index) => index % 3 === 2
        ? { id, ok: false, code: 'casework.claim.taken', params: { name: '雨音' } }
        : { id, ok: true, task: { ...all().find((task) => task.id === id)!, claimedBy: me, version: 2, allowed: ['open', 'give-back', 'hold'] } }),
    }))
    .on('POST', '/api/tasks/give-back', ({ body }) => ok({ results: (body as { ids: string[] }).ids.map((id) => ({ id, ok: true })) }))
    .on('GET', '/api/cases/:caseNo', () => ok(overview))
    .on('GET', '/api/cases/:caseNo/history', () => ok({ events, stamps }))
    .on('GET', '/api/cases/:caseNo/people', () => ok({ people: overview.people }))
    .on('GET', '/api/cases/:caseNo/documents', () => ok({ sources: overview.documents, documents: [{ title: '届の原本', place: '書庫 A-12', state: '2人で確認', at: '2026-11-20T11:10:00+09:00' }] }))
    .on('GET', '/api/cases/:caseNo/deadlines', () => ok({ deadlines: overview.deadlines }))
    .on('GET', '/api/cases/:caseNo/related', () => ok({ related: overview.related }))
    .on('GET', '/api/cases/:caseNo/readers', () => ok({ readers: events.slice(0, 4).map((event) => ({ ...event, kind: 'case.opened-page', purpose: 'case:overview' })) }))
    .on('GET', '/api/cases/:caseNo/flow', () => ok(flowOf(readFileSync('../processes/eligibility/EnrollmentProcess.bpmn', 'utf8'))))
    .on('GET', '/api/case-kinds', () => ok([
      { kind: 'enrollment', label: '資格取得の届出', section: 'eligibility', channels: [{ key: 'counter', label: '窓口' }, { key: 'mail', label: '郵送' }, { key: 'online', label: '電子申請' }] },
      { kind: 'proof', label: '二人確認の見本', section: 'eligibility', channels: [{ key: 'counter', label: '窓口' }] },
    ]))
    .on('POST', '/api/cases', () => ok({ caseId: 'case-4512', caseNo: 'R8-資-004512', taskId: null }))
    .on('POST', '/api/cases/:caseNo/documents/preview', ({ body }) => {
      const no = body instanceof FormData ? Number(body.get('page')) : 1;
      return ok({ pages: 2, no, width: 595, height: 842, image: `data:image/svg+xml;utf8,${encodeURIComponent(String(paperSvg('identity', 1, paperValues)))}` });
    })
    .on('GET', '/api/number-confirmations', ({ query }) => ok({
      rows: query.get('state') === 'settled' ? settledNumbers : openNumbers, counts: { open: openNumbers.length, settled: settledNumbers.length }, next: null, maySettle: true,
    }))
    .on('GET', '/api/staff', () => ok({ rows: staff, asOf: '2026-11-20' }))
    .on('GET', '/api/roles', () => ok({ rows: roles, asOf: '2026-11-20' }))
    .on('GET', '/api/terminals', () => ok({ rows: terminals, asOf: '2026-11-20' }))
    .on('POST', '/api/search', ({ body }) => ((body as { q: string }).q === '高空 健汰' ? ok({ results: [], next: null }) : ok({
      results: [
        { kind: 'case', caseNo: 'R8-資-004512', title: 'R8-資-004512 資格取得届（社保離脱）', facts: ['髙空 健太', '受付 令和8年11月18日'] },
        { kind: 'person', addresseeNo: '0000100001', title: '髙空 健太', facts: ['昭和55年3月1日', 'みどり野市中央一丁目4番8号'], folded: '髙=高' },
        { kind: 'person', addresseeNo: '0000100002', title: '高空 謙太', facts: ['平成2年7月9日', 'みどり野市緑二丁目1番1号'] },
        { kind: 'household', addresseeNo: '0000100001', title: '髙空 健太 の世帯', facts: ['4人', 'みどり野市中央一丁目4番8号'] },
      ], next: null,
    })))
    .on('GET', '/api/people/:no', () => ok({
      person: { addresseeNo: '0000100001', name: '髙空 健太', kana: 'タカゾラ ケンタ', alias: null, romanName: null, birthDate: '1980-03-01', sex: '1', postalCode: '0000021', address: 'みどり野市中央一丁目4番8号', addressNote: null, formerAddress: null, protectedPerson: false, addressMasked: false, nationality: null, residenceStatus: null, residenceUntil: null, since: '2001-04-01', until: null },
      household: { householdNo: '000012', members: overview.people.map((one, index) => ({ addresseeNo: `000010000${index + 1}`, name: one.name, kana: '', birthDate: one.birthDate ?? '1980-03-01', relationship: one.relationship ?? '' })) },
      insured: [{ kind: '資格', insuredNumber: 'みど 012-3456', since: '2019-04-01', until: '2022-03-31', reason: '社保加入' }], maybeSamePerson: [],
    }));
}

const picture = (asked: Asked, { id, n }: Readonly<Record<string, string>>) => {
  const box = asked.query.get('box')?.split(',').map(Number) as [number, number, number, number] | undefined;
  const template = sources.find((source) => source.id === id)?.template ?? 'acq-notice';
  return { status: 200, body: paperSvg(template, Number(n), paperValues, box), headers: { 'Content-Type': 'image/svg+xml' } };
};

/** `/tasks/entry-1`, `/tasks/proof-1` and `/checks/check-1`. */
function playWork(office: MockOffice): MockOffice {
  playEntry(office, proofEntry());
  playEntry(office, returnedEntry());
  playedCheck().play(office, 'check-1');
  playedNotice().play(office, 'check-notice');
  return office.on('GET', '/api/documents/:id/pages/:n', picture).on('GET', '/api/documents/:id/pages/:n/crop', picture)
    .on('POST', '/api/session/touch', ok()).on('POST', '/api/session/cover', ok());
}

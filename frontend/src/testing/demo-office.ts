import { readFileSync } from 'node:fs';
import type { Counts, Task } from '@/api/types';
import { events, flowOf, overview, stamps } from './demo-case';
import { clerk, MockOffice, ok, refuse, type Asked } from './mock-office';
import { paperSvg, paperValues } from './paper';
import { manyTasks, me, mockUpTasks } from './tasks';
import { playedCheck, playEntry, proofEntry, returnedEntry, sources } from './work';

const counts: Counts = { mine: 12, check: 7, returned: 2, waiting: 9, team: 48, overdue: 1 };

/** The office of the mock-ups, for looking at screens without a server. */
export function demoOffice(): MockOffice {
  const mine = mockUpTasks();
  const team = manyTasks(Number(process.env['FUTARI_MOCK_ROWS'] ?? 500));
  const all = () => [...mine, ...team];
  const rowsOf = (view: string): Task[] =>
    view === 'mine' ? mine : view === 'returned' ? mine.filter((task) => task.status === 'returned') : view === 'team' ? team
      : view === 'check' ? team.slice(0, 7).map((task) => ({ ...task, duty: 'check' as const, status: 'second' as const, title: task.title.replace('入力', '確認'), doer: { no: '1002', name: '田中 一郎', at: '2026-11-20T09:58:00+09:00' } })) : [];
  const page = ({ query }: Asked) => {
    const rows = rowsOf(query.get('view') ?? 'mine').filter((task) => !query.get('kind') || task.kind === query.get('kind'));
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return ok({ rows: rows.slice(from, from + limit), counts, next: from + limit < rows.length ? String(from + limit) : null, asOf: new Date().toISOString() });
  };
  return playWork(new MockOffice())
    .on('GET', '/api/me', () => ok(clerk))
    .on('POST', '/logout', () => ok({ redirect: '/' }))
    .on('GET', '/api/tasks', page)
    .on('POST', '/api/tasks/claim', ({ body }) => ok({
      results: (body as { ids: string[] }).ids.map((id, index) => index % 3 === 2
        ? { id, ok: false, code: 'casework.claim.taken', params: { name: '原' } }
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
    .on('GET', '/api/staff', () => refuse(403, 'access.role-missing'));
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
  return office.on('GET', '/api/documents/:id/pages/:n', picture).on('GET', '/api/documents/:id/pages/:n/crop', picture)
    .on('POST', '/api/session/touch', ok()).on('POST', '/api/session/cover', ok());
}

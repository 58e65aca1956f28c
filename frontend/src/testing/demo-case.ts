import type { CaseEvent, CaseOverview, Flow, Stamp } from '@/api/types';
import { aTask } from './tasks';

const person = (no: string, name: string, at: string | null = null) => ({ no, name, at });
const event = (at: string, kind: string, who: string, duty: string | null, step: [string, string, string] | null, round = 1, what: Record<string, unknown> = {}, terminal = 'KH-014'): CaseEvent => ({
  at: `2026-11-${at}:00+09:00`, kind, stepKey: step?.[0] ?? null, stepLabel: step?.[1] ?? null, elementId: step?.[2] ?? null, round: step ? round : null, terminal, what, minor: kind.startsWith('check.'),
  actors: [{ duty, no: who === '夕凪 美咲' ? '1001' : who, name: who }],
});
const receive: [string, string, string] = ['receive-notification', '受付・入力（2人）', 'Step_ReceiveNotification'];
const store: [string, string, string] = ['store-papers', '書類の保管（2人）', 'Step_StorePapers'];
const review: [string, string, string] = ['review-notification', '審査（2人）', 'Step_ReviewNotification'];

export const events: CaseEvent[] = [
  event('20T11:32', 'step.entered', '朧月 恵', 'do', review, 1, {}, 'KH-015'),
  event('20T11:10', 'step.confirmed', '霧雨 亮', 'check', store, 1, {}, 'KH-020'),
  event('20T11:02', 'step.entered', '夕凪 美咲', 'do', store),
  event('20T10:58', 'step.confirmed', '流星 一郎', 'check', receive, 2, {}, 'KH-021'),
  event('20T10:57', 'check.attempted', '流星 一郎', 'check', receive, 2, { field: 'postalCode', result: 'match' }, 'KH-021'),
  event('20T10:44', 'step.entered', '夕凪 美咲', 'do', receive, 2),
  event('20T09:58', 'step.returned', '流星 一郎', 'check', receive, 1, { fields: [{ key: 'previousLossOn', reason: 'misread-digit' }, { key: 'postalCode', reason: 'differs-from-source' }] }, 'KH-021'),
  event('19T16:20', 'step.entered', '夕凪 美咲', 'do', receive),
  event('18T14:55', 'case.opened', '夕凪 美咲', null, null),
];

const stamp = (step: [string, string, string], round: number, doer: [string, string] | null, checker: [string, string] | null, outcome: Stamp['outcome']): Stamp => ({
  stepKey: step[0], stepLabel: step[1], round, outcome,
  doer: doer && person(doer[0], doer[0], `2026-11-${doer[1]}:00+09:00`), checker: checker && person(checker[0], checker[0], `2026-11-${checker[1]}:00+09:00`),
});
export const stamps: Stamp[] = [
  stamp(receive, 2, ['夕凪 美咲', '20T10:44'], ['流星 一郎', '20T10:58'], 'confirmed'),
  stamp(store, 1, ['夕凪 美咲', '20T11:02'], ['霧雨 亮', '20T11:10'], 'confirmed'),
  stamp(review, 1, ['朧月 恵', '20T11:32'], null, 'open'),
];

export const overview: CaseOverview = {
  caseId: 'case-4512', caseNo: 'R8-資-004512', kind: 'enrollment', kindLabel: '資格取得届', title: '資格取得届（社保離脱）', subjectName: '髙空 健太', subjectKana: 'タカゾラ ケンタ',
  birthDate: '1980-03-01', insuredNumber: 'みど 012-3456', numberState: 'registered', reveals: 0, status: 'second', due: '2026-11-20T17:15:00+09:00', dueState: 'today', dueBasis: '入力の目安 3営業日',
  receivedOn: '2026-11-18', channel: '窓口3番', section: 'eligibility', sectionName: '資格係', definitionVersion: '1', protectedPerson: false,
  stamps, events,
  openTasks: [aTask({ caseNo: 'R8-資-004512', stepKey: 'review-notification', stepLabel: '審査（2人）', duty: 'check', status: 'second', doer: person('1004', '朧月 恵', '2026-11-20T11:32:00+09:00'), whoCan: ['夕凪', '流星', '霧雨'] })],
  deadlines: [{ label: '処理の期限', due: '2026-11-20T17:15:00+09:00', basis: '入力の目安 3営業日', state: 'open' }],
  documents: [{ id: 'd1', title: '資格取得届', template: 'notification', pages: [{ no: 1, width: 1240, height: 1754 }, { no: 2, width: 1240, height: 1754 }] }, { id: 'd2', title: '健康保険資格喪失証明書', template: 'loss-cert', pages: [{ no: 1, width: 1240, height: 1754 }] }],
  related: [{ caseNo: 'R8-賦-009120', label: '保険税の再計算', status: 'open', why: 'same-person' }, { caseNo: 'R6-資-001877', label: '資格喪失届', status: 'done', why: 'same-person' }],
  withdrawable: true,
  takesPapers: true,
  people: [{ name: '髙空 健太', relationship: '本人・世帯主', state: '取得予定' }, { name: '髙空 由美', relationship: '妻', birthDate: '1982-09-14', state: '取得予定' }, { name: '髙空 陽翔', relationship: '子', birthDate: '2012-06-02', state: '取得予定' }, { name: '髙空 陽菜', relationship: '子', birthDate: '2015-01-30', state: '取得予定' }],
};

export const flowOf = (xml: string): Flow => ({
  xml, definitionVersion: '1', past: ['Step_ReceiveNotification', 'Step_StorePapers'], now: ['Step_ReviewNotification', 'Task_CheckReviewNotification'],
  counts: { Step_ReceiveNotification: 2, Step_StorePapers: 1, Step_ReviewNotification: 1 },
  list: [
    { elementId: 'Step_ReceiveNotification', label: '受付・入力（2人）', state: 'confirmed', rounds: 2, at: '2026-11-20T10:58:00+09:00', doer: '夕凪 美咲', checker: '流星 一郎' },
    { elementId: 'Step_StorePapers', label: '書類の保管（2人）', state: 'confirmed', rounds: 1, at: '2026-11-20T11:10:00+09:00', doer: '夕凪 美咲', checker: '霧雨 亮' },
    { elementId: 'Step_ReviewNotification', label: '審査（2人）', state: 'checking', rounds: 1, at: '2026-11-20T11:32:00+09:00', doer: '朧月 恵', checker: null },
  ],
});

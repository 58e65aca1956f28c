import { readFileSync } from 'node:fs';
import type { CaseHead, Stamp } from '@/api/types';
import type { FieldSpec, FormSchema } from '@/components/fields';
import type { CheckField, CheckItem, CheckWork, EntryWork } from '@/features/casework/work/types';
import type { MockOffice} from './mock-office';
import { ok, refuse } from './mock-office';
import { aTask, me } from './tasks';

/** Work for S02 and S03 as the server would give it, with visibly invented people. */

export const formOf = (key: string): FormSchema => JSON.parse(readFileSync(`../forms/${key}.form`, 'utf8')) as FormSchema;

const yunagi = { no: '1001', name: '夕凪 美咲', at: '2026-11-19T16:20:00+09:00' };
const ryusei = { no: '1002', name: '流星 一郎', at: '2026-11-20T09:58:00+09:00' };
export const caseHead: CaseHead = {
  caseId: 'case-1', caseNo: 'R8-資-004512', kind: 'enrollment', kindLabel: '資格取得届', subjectName: '髙空 健太', birthDate: '1980-03-01', insuredNumber: null, numberState: 'none', status: 'doing',
  due: '2026-11-20T17:15:00+09:00', dueState: 'today', receivedOn: '2026-11-18', channel: '窓口', section: 'eligibility', protectedPerson: false, definitionVersion: '1',
};
const dueToday = { due: '2026-11-20T17:15:00+09:00', dueState: 'today', businessDays: 0 } as const;
const firstRound: Stamp = { stepKey: 'receive-notification', stepLabel: '入力', round: 1, doer: yunagi, checker: ryusei, outcome: 'returned' };
const secondRound: Stamp = { stepKey: 'receive-notification', stepLabel: '入力', round: 2, doer: null, checker: null, outcome: 'open' };
export const sources: EntryWork['sources'] = [
  { id: 'paper-1', title: '資格取得届', template: 'acq-notice', pages: [{ no: 1, width: 1050, height: 1485 }, { no: 2, width: 1050, height: 1485 }] },
  { id: 'paper-2', title: '喪失証明書', template: 'loss-cert', pages: [{ no: 1, width: 1050, height: 1485 }] },
  { id: 'paper-3', title: '本人確認の記録', template: 'identity', pages: [{ no: 1, width: 1050, height: 1485 }] },
];
const person = (no: string, name: string, kana: string, birthDate: string, sex: string, relationship: string) =>
  ({ addresseeNo: no, name, kana, birthDate, sex, relationship, mynaInsurance: 'no' });
const persons = [
  person('0000000101', '髙空　健太', 'タカゾラ　ケンタ', '1980-03-01', 'male', '世帯主'), person('0000000102', '髙空　由美', 'タカゾラ　ユミ', '1982-09-14', 'female', '妻'),
  person('0000000103', '髙空　陽翔', 'タカゾラ　ハルト', '2012-06-02', 'male', '子'), person('0000000104', '髙空　陽菜', 'タカゾラ　ヒナ', '2015-01-30', 'female', '子'),
];
const registered = Object.fromEntries(persons.flatMap((one, row) =>
  (['addresseeNo', 'name', 'kana', 'birthDate', 'sex', 'relationship'] as const).map((key) => [
    `persons.${row}.${key}`, { value: one[key], source: '住民票', note: key === 'name' && row === 0 ? '「髙」（はしごだか U+9AD9）です。「高」とは別の字です。' : null }])));

export const returnedEntry = (): EntryWork => ({
  task: aTask({ id: 'entry-1', ...dueToday, claimedBy: me, title: '資格取得届の入力（社保離脱）', stepLabel: '資格取得届', caseNo: 'R8-資-004512', subjectName: '髙空 健太', householdName: '髙空 健太 世帯', status: 'returned', round: 2, doer: yunagi }),
  case: caseHead,
  stamps: [firstRound, secondRound],
  form: { key: 'eligibility/ReceiveNotification', digest: 'd', schema: formOf('eligibility/ReceiveNotification') },
  values: {
    notificationKind: 'exclusion-ended', notifiedOn: '2026-11-18', eventOn: '2026-11-01', reason: 'left-employer-insurance', previousInsurer: 'みどり健康保険組合', previousInsurerNumber: '33120015',
    previousLossOn: '2026-11-07', notifier: 'head', identityCheck: 'photo-one', documents: ['loss-certificate', 'number-document'], headAddresseeNo: '0000000101', headName: '髙空　健太', postalCode: '0000012',
    address: 'みどり野市中央一丁目4番8号', phone: '00012345678', persons,
  },
  draft: null,
  version: 7,
  register: { ...registered, headAddresseeNo: { value: '0000000101', source: '住民票' }, headName: { value: '髙空　健太', source: '住民票' } },
  basis: [],
  findings: [],
  returned: { note: null, fields: [
    { key: 'previousLossOn', label: '前の保険の喪失日', reason: 'misread-digit', formerValue: '2026-11-07' },
    { key: 'postalCode', label: '郵便番号', reason: 'differs-from-source', formerValue: '0000012' },
  ] },
  sources,
});

/** The two-field proof form, empty and unclaimed. */
export const proofEntry = (values: Partial<EntryWork> = {}): EntryWork => ({
  ...returnedEntry(),
  task: aTask({ id: 'proof-1', ...dueToday, title: '2人確認のためし', stepLabel: 'ためし', stepKey: 'proof-step' }),
  stamps: [{ stepKey: 'proof-step', stepLabel: 'ためし', round: 1, doer: null, checker: null, outcome: 'open' }],
  form: { key: 'casework/Proof', digest: 'd', schema: formOf('casework/Proof') },
  values: {}, register: {}, returned: null, sources: [], version: 1, ...values,
});

const box = (x: number, y: number, w: number, h: number, source = 'paper-1') => ({ source, page: 1, box: [x, y, w, h] as const });

/** A check as the server keeps it: the entered values stay here until an item is decided. */
export class PlayedCheck {
  version = 1;
  readonly entered: Record<string, unknown>;
  items: CheckItem[];

  constructor(readonly work: Omit<CheckWork, 'items' | 'version'>, items: readonly CheckItem[], entered: Record<string, unknown>) {
    this.entered = entered;
    this.items = [...items];
  }

  private shown(item: CheckItem): CheckItem {
    const fields = item.fields?.map((field) => ({ ...field, state: field.state === 'closed' ? ('open' as const) : field.state, value: this.entered[field.key] as never }));
    return { ...item, state: 'open', ...(fields ? { fields } : { value: this.entered[item.key] as never }) };
  }

  answer(): CheckWork {
    const firstClosed = this.items.find((item) => item.kind === 'compare' && ['closed', 'open'].includes(item.state));
    const earlierOpen = this.items.some((item) => item.kind === 'reenter' && ['open', 'differs'].includes(item.state));
    this.items = this.items.map((item) => (item === firstClosed && !earlierOpen ? this.shown(item) : item));
    return { ...this.work, items: this.items, version: this.version };
  }

  private put(key: string, change: Partial<CheckItem>): CheckItem {
    this.version += 1;
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item));
    return this.items.find((item) => item.key === key)!;
  }

  attempt(key: string, value: unknown): { result: 'match' | 'differ'; attemptsLeft: number; item: CheckItem } {
    const item = this.items.find((one) => one.key === key)!;
    const isNumber = item.type === 'jp-mynumber';
    const left = item.attemptsLeft - 1;
    if (value === this.entered[key]) return { result: 'match', attemptsLeft: left, item: this.put(key, { state: 'matched', attemptsLeft: left, ...(isNumber ? {} : { value: value as never }) }) };
    return { result: 'differ', attemptsLeft: left, item: this.put(key, { state: 'differs', attemptsLeft: left, ...(left === 0 && !isNumber ? { value: this.entered[key] as never, mine: value as never } : {}) }) };
  }

  judge(key: string, { answer, reason, fields }: { answer: string; reason?: string; fields?: readonly string[] }): { item: CheckItem; version: number } {
    const state = (answer === 'retype' ? 'open' : answer) as CheckItem['state'];
    const item = this.items.find((one) => one.key === key)!;
    if (item.fields) {
      const judged = item.fields.map((field) => ({ ...field, state: fields?.includes(field.key) ? state : ('same' as const), reason: fields?.includes(field.key) ? reason ?? null : null }));
      return { item: this.put(key, { state, fields: judged }), version: this.version };
    }
    const shown = answer === 'retype' ? {} : { value: this.entered[key] as never };
    return { item: this.put(key, { state, reason: reason ?? null, ...(item.type === 'jp-mynumber' ? {} : shown) }), version: this.version };
  }

  /** Puts this check behind `/api/checks/:id`. */
  play(office: MockOffice, id: string): MockOffice {
    return office
      .on('GET', `/api/checks/${id}`, () => ok(this.answer()))
      .on('POST', `/api/checks/${id}/begin`, () => ok(this.answer()))
      .on('POST', `/api/checks/${id}/items/:key/attempts`, ({ body }, { key }) => ok(this.attempt(key!, (body as { value: unknown }).value)))
      .on('POST', `/api/checks/${id}/items/:key/answer`, ({ body }, { key }) => ok(this.judge(key!, body as { answer: string })))
      .on('POST', `/api/checks/${id}/complete`, () => {
        const open = this.items.filter((item) => ['open', 'closed', 'differs'].includes(item.state)).map((item) => item.key);
        return open.length > 0 ? refuse(409, 'casework.check.open-items', { open }) : ok({ caseNo: 'R8-資-004512', sent: 'R8-資-004512 の確認を終えました。', nextTaskId: null });
      })
      .on('POST', `/api/checks/${id}/return`, () => ok({ caseNo: 'R8-資-004512', sent: 'R8-資-004512 を差し戻しました。', nextTaskId: null }));
  }
}

export const playedCheck = (): PlayedCheck => new PlayedCheck(
  {
    task: aTask({ id: 'check-1', ...dueToday, duty: 'check', title: '資格取得届の確認（社保離脱）', stepLabel: '資格取得届', householdName: '髙空 健太 世帯', claimedBy: me, doer: ryusei }),
    case: caseHead,
    stamps: [{ ...secondRound, round: 1, doer: ryusei }],
    doer: { no: '1002', name: '流星 一郎', terminal: 'KH-021', at: ryusei.at },
    me: { ...me, terminal: 'KH-014' },
    system: [
      ...persons.flatMap((one, row) => [
        { key: `persons.${row}.name`, label: `氏名（${row + 1}人目）`, value: one.name, reason: '住民票と一致' }, { key: `persons.${row}.birthDate`, label: `生年月日（${row + 1}人目）`, value: one.birthDate, reason: '住民票と一致' }]),
      { key: 'previousInsurerNumber.form', label: '前の保険者番号の検査用数字', value: '', reason: '検査数字' },
    ],
    basis: [], findings: [], sources, form: { key: 'eligibility/ReceiveNotification', digest: 'd' },
  },
  [
    { key: 'eventOn', label: '異動年月日', kind: 'reenter', type: 'jp-date', evidence: box(0.5952, 0.1212, 0.3238, 0.037), state: 'matched', attemptsLeft: 1, value: '2026-11-01' },
    { key: 'previousInsurerNumber', label: '前の保険者番号', kind: 'reenter', type: 'jp-number', evidence: box(0.2429, 0.2189, 0.2571, 0.0404, 'paper-2'), state: 'matched', attemptsLeft: 1, value: '33120015' },
    { key: 'previousLossOn', label: '前の保険の喪失日', kind: 'reenter', type: 'jp-date', evidence: box(0.6429, 0.3098, 0.2762, 0.0404, 'paper-2'), state: 'entry-mistake', attemptsLeft: 0, value: '2026-11-07', mine: '2026-11-01', reason: 'misread-digit' },
    { key: 'postalCode', label: '郵便番号', kind: 'reenter', type: 'jp-postal', evidence: box(0.1857, 0.2088, 0.7333, 0.0185), state: 'open', attemptsLeft: 2 },
    { key: 'persons.0.personalNumber', label: '個人番号', kind: 'reenter', type: 'jp-mynumber', evidence: box(0.6714, 0.3939, 0.1714, 0.0438), state: 'open', attemptsLeft: 5 },
    { key: 'previousInsurer', label: '前の保険者', kind: 'compare', type: 'jp-text', evidence: box(0.2429, 0.1751, 0.6762, 0.0438, 'paper-2'), state: 'closed', attemptsLeft: 0 },
    { key: 'reason', label: '取得の理由', kind: 'compare', type: 'jp-choice-code', options: formOf('eligibility/ReceiveNotification').components.flatMap((c) => ('components' in c ? c.components : [])).find((f) => f.key === 'reason')!.values!, evidence: box(0.1857, 0.6869, 0.7333, 0.0438), state: 'closed', attemptsLeft: 0 },
  ],
  { eventOn: '2026-11-01', previousInsurerNumber: '33120015', previousLossOn: '2026-11-07', postalCode: '0000021', 'persons.0.personalNumber': 'candidate-1', previousInsurer: 'みどり健康保険組合', reason: 'left-employer-insurance' },
);

const fieldsOfForm = formOf('eligibility/ReceiveNotification').components.flatMap((c) => ('components' in c ? c.components : [c]));
/** A field of a group as the server names it; the row is the person's. */
const fieldOf = (key: string, at: readonly [number, number, number, number], row?: number, source = 'paper-1'): CheckField => {
  const field = fieldsOfForm.find((one) => 'key' in one && one.key === key) as FieldSpec;
  return { key: row === undefined ? key : `persons.${row}.${key}`, label: field.label!, type: field.type, ...(field.values ? { options: field.values } : {}), evidence: box(...at, source), state: 'closed', changed: true };
};
const groupOf = (key: string, label: string, evidence: CheckItem['evidence'], fields: readonly CheckField[], row: number | null = null): CheckItem =>
  ({ key, label, kind: 'compare', type: 'group', evidence: evidence ?? null, state: 'closed', attemptsLeft: 0, changed: true, row, fields });
const blind = (key: string, label: string, type: string, evidence: CheckItem['evidence'], row: number | null = null): CheckItem =>
  ({ key, label, kind: 'reenter', type, evidence: evidence ?? null, state: 'open', attemptsLeft: type === 'jp-mynumber' ? 5 : 2, row });

/** The notice of one person as the server asks it since groups: five typed blind, five looked at. */
export const playedNotice = (): PlayedCheck => new PlayedCheck(
  { ...playedCheck().work, findings: [{ level: 'warn', code: 'eligibility.number.blank-number', message: '2〜4人目の個人番号が空いています。確認リストにのせます。', article: '番号法16条' }] },
  [
    blind('eventOn', '異動年月日', 'jp-date', box(0.5952, 0.1212, 0.3238, 0.037)),
    blind('previousInsurerNumber', '前の保険者番号', 'jp-number', box(0.2429, 0.2189, 0.2571, 0.0404, 'paper-2')),
    blind('previousLossOn', '前の保険の喪失日', 'jp-date', box(0.6429, 0.3098, 0.2762, 0.0404, 'paper-2')),
    blind('postalCode', '郵便番号', 'jp-postal', box(0.1857, 0.2088, 0.7333, 0.0185)),
    blind('persons.0.personalNumber', '個人番号', 'jp-mynumber', box(0.6714, 0.3939, 0.1714, 0.0438), 0),
    groupOf('item-reason', '取得の理由と書類', box(0.1857, 0.6599, 0.7333, 0.1347), [
      fieldOf('notificationKind', [0.1857, 0.6599, 0.7333, 0.0269]), fieldOf('reason', [0.1857, 0.6869, 0.7333, 0.0438]),
      fieldOf('previousInsurer', [0.1857, 0.7306, 0.2762, 0.0337]), fieldOf('documents', [0.5952, 0.7643, 0.3238, 0.0303]),
    ]),
    groupOf('item-frame', '届出日・世帯主', box(0.1857, 0.1212, 0.7333, 0.2054), [
      fieldOf('notifiedOn', [0.1857, 0.1212, 0.2762, 0.037]), fieldOf('headName', [0.1857, 0.1768, 0.7333, 0.032]), fieldOf('phone', [0.1857, 0.2963, 0.2762, 0.0303]),
    ]),
    groupOf('item-notifier', '届出人と本人確認', box(0.2714, 0.2997, 0.6476, 0.1145, 'paper-3'), [
      fieldOf('notifier', [0.2714, 0.2997, 0.6476, 0.0404], undefined, 'paper-3'), fieldOf('identityCheck', [0.2714, 0.3401, 0.6476, 0.0741], undefined, 'paper-3'),
    ]),
    groupOf('persons.0.item-row', '加入者', box(0.1095, 0.3939, 0.8096, 0.0438), [
      fieldOf('name', [0.1095, 0.4108, 0.219, 0.0269], 0), fieldOf('occupation', [0.5857, 0.3939, 0.0857, 0.0438], 0), fieldOf('mynaInsurance', [0.8429, 0.3939, 0.0762, 0.0438], 0),
    ], 0),
    groupOf('item-leftOut', '書かなかったこと', null, [
      { key: 'rows-persons', label: '加入する人の行数', type: 'rows', state: 'closed', changed: true, evidence: null },
      { key: 'blanks-persons', label: '空欄のままの項目（加入する人）', type: 'blanks', state: 'closed', changed: true, evidence: null },
    ]),
  ],
  {
    eventOn: '2026-11-01', previousInsurerNumber: '33120015', previousLossOn: '2026-11-01', postalCode: '0000021', 'persons.0.personalNumber': 'candidate-1', notificationKind: 'exclusion-ended',
    reason: 'left-employer-insurance', previousInsurer: 'みどり健康保険組合', documents: ['loss-certificate', 'number-document'], notifiedOn: '2026-11-18', headName: '髙空　健太', phone: '00012345678',
    notifier: 'head', identityCheck: 'photo-one', 'persons.0.name': '髙空　健太', 'persons.0.occupation': '会社員', 'persons.0.mynaInsurance': 'no', 'rows-persons': 1, 'blanks-persons': ['在留資格（1人目）', '在留期間の満了日（1人目）'],
  },
);

/** Drafts, completion and vault of one entry. */
export const playEntry = (office: MockOffice, work: EntryWork): MockOffice => {
  let version = work.version;
  const id = work.task.id;
  return office
    .on('GET', `/api/tasks/${id}`, () => ok({ ...work, version }))
    .on('PUT', `/api/tasks/${id}/draft`, () => ok({ version: ++version, savedAt: '2026-11-20T10:41:00+09:00' }))
    .on('DELETE', `/api/tasks/${id}/draft`, () => ok())
    .on('POST', `/api/tasks/${id}/complete`, () => ok({ caseNo: work.case.caseNo, sent: `${work.case.caseNo} を確認へ回しました。`, undoUntil: new Date(Date.now() + 10_000).toISOString(), nextTaskId: null }))
    .on('POST', `/api/tasks/${id}/undo`, () => ok({}))
    .on('POST', '/api/mynumber/candidates', () => ok({ candidate: 'candidate-1' }))
    .on('GET', '/api/registers/postal', ({ query }) => ok({ candidates: [{ code: '0000021', address: 'みどり野市中央一丁目' }, { code: '0000022', address: 'みどり野市中央二丁目' }].filter((row) => row.code.startsWith(query.get('code') ?? '')) }))
    .on('POST', '/api/search', () => ok({ results: [{ kind: 'person', addresseeNo: '0000000101', title: '髙空　健太', facts: ['昭和55年3月1日', 'みどり野市中央一丁目'] }], next: null }))
    .on('GET', '/api/people/:no', () => ok({ person: { ...persons[0], sex: '1' }, household: { householdNo: '1', members: persons } }));
};

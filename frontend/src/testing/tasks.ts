import type { Task } from '@/api/types';
import { clerk } from './mock-office';

let count = 0;

/** One row of the inbox; a test names what it turns on and leaves the rest. */
export function aTask(values: Partial<Task> = {}): Task {
  count += 1;
  const no = String(4500 + count).padStart(6, '0');
  return {
    id: `task-${count}`, version: 1, caseId: `case-${count}`, caseNo: `R8-資-${no}`, kind: 'enrollment', kindLabel: '資格取得', stepKey: 'receive-notification',
    stepLabel: '受付', title: '資格取得届の入力', duty: 'do', round: 1, status: 'new', due: '2026-11-26T17:15:00+09:00', dueState: 'later', businessDays: 4,
    subjectName: '見本 一郎', householdName: '世帯 2人', counterNote: null, waitingAtCounter: false, section: 'eligibility', sectionName: '資格係',
    receivedOn: '2026-11-18', channel: '窓口', claimedBy: null, doer: null, checker: null, returns: 0, returnedFields: [], heldUntil: null, holdReason: null,
    daysWaiting: null, whoCan: [], allowed: ['claim', 'assign'], ...values,
  };
}

export const me = { no: clerk.officer.no, name: clerk.officer.name };
const mine = { claimedBy: me, allowed: ['open', 'give-back', 'hold', 'assign'] };
const yunagi = { ...me, at: '2026-11-19T16:20:00+09:00' };
const ryusei = { no: '1002', name: '流星 一郎', at: '2026-11-20T09:58:00+09:00' };
const kirisame = { no: '1003', name: '霧雨 亮', at: '2026-11-20T09:10:00+09:00' };
const today = { due: '2026-11-20T17:15:00+09:00', dueState: 'today', businessDays: 0 } as const;
const soon = (day: number, businessDays: number) => ({ due: `2026-11-${day}T17:15:00+09:00`, dueState: 'soon', businessDays }) as const;

/** The list of the mock-up 01. */
export const mockUpTasks = (): Task[] => [
  aTask({ ...mine, caseNo: 'R8-資-004398', title: '住所変更の入力（転居）', kindLabel: '住所変更', kind: 'address', subjectName: '見本村 和夫', householdName: '世帯 3人', status: 'doing', due: '2026-11-19T17:15:00+09:00', dueState: 'over', businessDays: -1, doer: yunagi }),
  aTask({ ...mine, ...today, caseNo: 'R8-資-004512', title: '資格取得届の入力（社保離脱）', subjectName: '髙空 健太', householdName: '世帯 4人', status: 'returned', doer: yunagi, checker: ryusei, round: 2, returns: 1, returnedFields: [{ key: 'previousLossOn', label: '前の保険の喪失日', reason: '読みちがい（数字）' }, { key: 'postalCode', label: '郵便番号', reason: '原本と合わない' }] }),
  aTask({ ...mine, ...today, caseNo: 'R8-資-004541', title: '資格確認書の再交付（紛失）', kindLabel: '再交付', kind: 'reissue', subjectName: '見本川 ミヨ', householdName: '世帯 1人', counterNote: '窓口 2番でお待ち', waitingAtCounter: true }),
  aTask({ ...mine, ...today, caseNo: 'R8-資-004529', title: '資格喪失届の入力（社保加入）', kindLabel: '資格喪失', kind: 'loss', subjectName: '見本田 翔', householdName: '世帯 2人', status: 'doing', doer: yunagi }),
  aTask({ ...mine, ...soon(24, 1), caseNo: 'R8-資-004533', title: '県内転入の資格継続の入力', kindLabel: '県内転入', kind: 'inside', subjectName: '見本井 さくら', householdName: '世帯 3人' }),
  aTask({ ...mine, ...soon(24, 1), caseNo: 'R8-資-004534', title: '県内転入の資格継続の入力', kindLabel: '県内転入', kind: 'inside', subjectName: '見本井 大輔', householdName: '世帯 3人' }),
  aTask({ ...mine, ...soon(25, 2), caseNo: 'R8-給-002187', title: '限度額適用認定の入力', kindLabel: '限度額', kind: 'limit', subjectName: '見本邉 清', householdName: '世帯 2人', status: 'hold', doer: yunagi, heldUntil: '2026-11-24', holdReason: '本人の返事を待つ', allowed: ['resume'] }),
  aTask({ ...mine, ...soon(25, 2), caseNo: 'R8-資-004550', title: '個人番号の登録（申請書から）', kindLabel: '番号', kind: 'number', subjectName: 'アン・グエン', householdName: '世帯 1人' }),
  aTask({ ...mine, ...soon(26, 3), caseNo: 'R8-資-004517', title: '擬制世帯主の変更の入力', kindLabel: '世帯主', kind: 'head', subjectName: '見本森 由紀子', householdName: '世帯 5人', status: 'returned', doer: yunagi, checker: kirisame, round: 2, returns: 1 }),
  aTask({ ...mine, caseNo: 'R8-資-004561', title: '資格取得届の入力（転入）', subjectName: '辻󠄀 見本', due: '2026-12-01T17:15:00+09:00' }),
  aTask({ ...mine, caseNo: 'R8-資-004562', title: '資格取得届の入力（出生）', subjectName: '見本 花', due: '2026-12-02T17:15:00+09:00' }),
  aTask({ ...mine, caseNo: 'R8-資-004563', title: '資格取得届の入力（生活保護の廃止）', subjectName: '見本 二郎', due: '2026-12-03T17:15:00+09:00' }),
];

/** Hundreds of rows of a section, for trying how fluid the list is. */
export const manyTasks = (n: number): Task[] =>
  Array.from({ length: n }, (_, index) => aTask({
    caseNo: `R8-資-${String(10_000 + index).padStart(6, '0')}`, subjectName: `見本 ${index + 1}号`, section: 'eligibility',
    ...(index < 20 ? today : index < 200 ? soon(25, 2) : { due: `2026-12-${String((index % 28) + 1).padStart(2, '0')}T17:15:00+09:00` }),
    status: (['new', 'doing', 'second'] as const)[index % 3]!,
  }));

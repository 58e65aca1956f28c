import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { SentNotice, tellSent } from '@/components/sent-notice';
import { expectAccessible } from '@/testing/axe';
import { MockOffice, ok } from '@/testing/mock-office';
import { renderPart } from '@/testing/render';
import { requirement } from '@/testing/requirement';
import { playedNotice, type PlayedCheck } from '@/testing/work';
import { CheckPage } from './check-page';
import { seen } from './seen';

beforeEach(() => {
  tellSent(null);
  seen.afterMs = 0;
});

/** A gate before the server: what goes through waits until it is opened. */
class Gate {
  private open: (() => void)[] = [];
  pass = () => new Promise<void>((resolve) => this.open.push(resolve));
  async release() {
    await waitFor(() => expect(this.open.length).toBeGreaterThan(0));
    this.open.shift()!();
  }
}

async function open(check: PlayedCheck = playedNotice(), prepare: (office: MockOffice) => void = () => undefined) {
  const office = check.play(new MockOffice(), 'check-1').on('POST', '/api/mynumber/candidates', ok({ candidate: 'candidate-1' }));
  prepare(office);
  office.install();
  renderPart(<><SentNotice /><Routes><Route path="/checks/:id" element={<CheckPage />} /><Route path="*" element={<p>一覧</p>} /></Routes></>, { at: '/checks/check-1' });
  await screen.findByRole('heading', { name: /確かめる/ });
  return { office, check };
}
const item = (key: string) => document.querySelector<HTMLElement>(`[data-item="${key}"]`)!;
const input = (key: string) => item(key).querySelector<HTMLInputElement>('[data-attempt] input')!;
const current = () => document.querySelector('[aria-current=step]')?.getAttribute('data-item') ?? null;
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: /^[0-9]$/.test(key) ? `Digit${key}` : key.length === 1 ? `Key${key.toUpperCase()}` : key, ...more });
const alt = (key: string) => press(key, { altKey: true });
const answers = (office: MockOffice, key: string) => office.asked.filter((one) => one.method === 'POST' && one.path.endsWith(`/items/${key}/answer`)).map((one) => one.body);
const attempts = (office: MockOffice) => office.asked.filter((one) => one.path.endsWith('/attempts')).map((one) => one.body);

/** All that is typed blind is done. */
const looking = (check: PlayedCheck = playedNotice()): PlayedCheck => {
  check.items = check.items.map((one) => (one.kind === 'reenter' ? { ...one, state: 'matched' as const, attemptsLeft: 0 } : one));
  return check;
};

describe('1つの枠を1度に見くらべる', () => {
  it('枠の値が1つずつ原本の切り抜きと並び、1つの答えで次の枠へ移る', async () => {
    requirement('ACQ-14', 'MANUAL-01');
    const { office } = await open(looking());
    const box = within(item('item-reason'));
    const rows = (await box.findAllByRole('row')).slice(1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['届の種類', '取得の理由', '前の保険者', '受け取った書類']);
    expect(within(rows[2]!).getByRole('img', { name: '前の保険者の所の原本の画像' })).toHaveAttribute('src', '/api/documents/paper-1/pages/1/crop?box=0.1857,0.7306,0.2762,0.0337');
    expect(within(rows[2]!).getByText('みどり健康保険組合')).toBeVisible();
    expect(document.documentElement.outerHTML).not.toContain('00012345678');
    await expectAccessible(item('item-reason'));
    alt('1');
    await within(item('item-frame')).findByText('000-1234-5678');
    expect(answers(office, 'item-reason')).toEqual([{ answer: 'same' }]);
  });
  it('ちがうときは、どの欄かを数字でえらび、えらばない欄は同じになると言う', async () => {
    const { office } = await open(looking());
    await within(item('item-reason')).findByText('みどり健康保険組合');
    alt('2');
    const picker = await screen.findByRole('group', { name: '入力まちがいは、どの欄ですか' });
    expect(within(picker).getAllByRole('button', { pressed: false })).toHaveLength(4);
    expect(within(picker).getByText('えらばない欄は「同じ」になります')).toBeVisible();
    press('Enter');
    expect(within(picker).getByRole('alert')).toHaveTextContent('どの欄かをえらんでください。');
    expect(answers(office, 'item-reason')).toEqual([]);
    press('3');
    expect(within(picker).getByRole('button', { name: /前の保険者/ })).toHaveAttribute('aria-pressed', 'true');
    press('Enter');
    fireEvent.click(await within(item('item-reason')).findByRole('button', { name: '読みちがい（文字）' }));
    await waitFor(() => expect(answers(office, 'item-reason')).toEqual([{ answer: 'entry-mistake', fields: ['previousInsurer'], reason: 'misread-character' }]));
    expect(await within(item('item-reason')).findByText(/前の保険者.*差し戻す：読みちがい/)).toBeVisible();
  });
  it('矢印とスペースでもえらべ、Escでやめられる', async () => {
    const { office } = await open(looking());
    await within(item('item-reason')).findByText('みどり健康保険組合');
    alt('3');
    await screen.findByRole('group', { name: '読めないは、どの欄ですか' });
    press('ArrowRight');
    expect(document.activeElement).toHaveTextContent('取得の理由');
    fireEvent.click(document.activeElement!); // the space bar of a button
    press('Enter');
    await waitFor(() => expect(answers(office, 'item-reason')).toEqual([{ answer: 'unreadable', fields: ['reason'] }]));
    await within(item('item-frame')).findByText('000-1234-5678');
    alt('4');
    await screen.findByRole('group', { name: '原本がおかしいは、どの欄ですか' });
    press('Escape');
    expect(screen.queryByRole('group', { name: '原本がおかしいは、どの欄ですか' })).toBeNull();
    expect(answers(office, 'item-frame')).toEqual([]);
  });
  it('差し戻すときは、枠ではなく、名ざした欄が並ぶ', async () => {
    const check = looking();
    check.items = check.items.map((one) => (one.kind === 'compare' ? { ...one, state: 'same' as const, fields: one.fields!.map((field) => ({ ...field, state: 'same' as const })) } : one));
    const row = check.items.findIndex((one) => one.key === 'persons.0.item-row');
    check.items[row] = { ...check.items[row]!, state: 'unreadable', fields: check.items[row]!.fields!.map((field) => (field.key.endsWith('name') ? { ...field, state: 'unreadable' as const } : field)) };
    const { office } = await open(check);
    alt('r');
    const dialog = await screen.findByRole('dialog', { name: '1項目を差し戻します' });
    expect(within(dialog).getByLabelText('氏名（1人目）')).toHaveValue('unreadable');
    press('F12');
    await waitFor(() => expect(office.asked.filter((one) => one.path.endsWith('/return')).map((one) => one.body)).toEqual([{ fields: [{ key: 'persons.0.name', reason: 'unreadable' }] }]));
  });
  it('前の確認で同じだった欄は、そう書いて見せる', async () => {
    const check = looking();
    const at = check.items.findIndex((one) => one.key === 'item-reason');
    check.items[at] = { ...check.items[at]!, fields: check.items[at]!.fields!.map((field) => (field.key === 'previousInsurer' ? field : { ...field, state: 'same' as const, changed: false })) };
    await open(check);
    await within(item('item-reason')).findByText('みどり健康保険組合');
    expect(within(item('item-reason')).getAllByText('前の確認で同じ')).toHaveLength(3);
  });
  it('書かなかったことは、人数と空欄をまとまりごとに並べて、1つの項目で聞く', async () => {
    const check = looking();
    check.items = check.items.map((one) => (one.kind === 'compare' && one.key !== 'item-leftOut' ? { ...one, state: 'same' as const } : one));
    await open(check);
    const box = within(item('item-leftOut'));
    expect(await box.findByText('1行')).toBeVisible();
    expect(box.getAllByRole('listitem').map((one) => one.textContent)).toEqual(['在留資格（1人目）', '在留期間の満了日（1人目）']);
    expect(box.queryByRole('img')).toBeNull();
  });
});

describe('答えが届くまでに押したキー', () => {
  const type = (key: string, text: string) => {
    fireEvent.change(input(key), { target: { value: text } });
    input(key).focus();
    press('Enter');
  };
  const gated = () => {
    const gate = new Gate();
    const check = playedNotice();
    const opened = open(check, (office) => office.on('POST', '/api/checks/check-1/items/:key/attempts', async ({ body }, { key }) => {
      await gate.pass();
      return ok(check.attempt(key!, (body as { value: unknown }).value));
    }));
    return { gate, check, opened };
  };

  it('打ち直す項目は、前の答えを待たずに次が受け取り、順に送る', async () => {
    const { gate, opened } = gated();
    const { office } = await opened;
    type('eventOn', 'R8.11.1');
    await waitFor(() => expect(current()).toBe('previousInsurerNumber'));
    expect(document.activeElement).toBe(input('previousInsurerNumber'));
    expect(within(item('eventOn')).getByText('照合しています')).toBeVisible();
    type('previousInsurerNumber', '33120015');
    await waitFor(() => expect(current()).toBe('previousLossOn'));
    expect(attempts(office)).toEqual([{ value: '2026-11-01' }]);
    await gate.release();
    await waitFor(() => expect(attempts(office)).toEqual([{ value: '2026-11-01' }, { value: '33120015' }]));
    await gate.release();
    await within(item('previousInsurerNumber')).findByText('一致しました');
    expect(current()).toBe('previousLossOn');
  });
  it('ちがうと分かったとき、次を打ちはじめていれば、打った字もそこに残る。打っていなければ、ちがった項目へもどる', async () => {
    const { gate, opened } = gated();
    await opened;
    type('eventOn', 'R8.11.2');
    await waitFor(() => expect(current()).toBe('previousInsurerNumber'));
    fireEvent.input(input('previousInsurerNumber'), { target: { value: '3312' } });
    await gate.release();
    await within(item('eventOn')).findByText('入力とちがいます。原本をもう一度見てください。');
    expect(current()).toBe('previousInsurerNumber');
    expect(input('previousInsurerNumber')).toHaveValue('3312');
    expect(screen.getByText(/異動年月日：.*いまの項目のあとで答えます。/)).toBeInTheDocument();
    type('previousInsurerNumber', '33120015');
    await waitFor(() => expect(current()).toBe('eventOn'));
    await gate.release();
    await within(item('previousInsurerNumber')).findByText('一致しました');
    expect(current()).toBe('eventOn');
  });
  it('届かなかった値は消えず、その項目へもどる', async () => {
    const check = playedNotice();
    await open(check, (office) => office.on('POST', '/api/checks/check-1/items/eventOn/attempts', { status: 503, body: {} }));
    type('eventOn', 'R8.11.1');
    await waitFor(() => expect(current()).toBe('eventOn'));
    await waitFor(() => expect(input('eventOn')).not.toHaveAttribute('readonly'));
    expect(input('eventOn')).toHaveValue('R8.11.1');
  });
  it('見ていない項目には、答えのキーは効かない。送っているあいだのキーも、開いてすぐのキーも', async () => {
    const gate = new Gate();
    const check = looking();
    const { office } = await open(check, (o) => o.on('POST', '/api/checks/check-1/items/:key/answer', async ({ body }, { key }) => {
      await gate.pass();
      return ok(check.judge(key!, body as { answer: string }));
    }));
    await within(item('item-reason')).findByText('みどり健康保険組合');
    alt('1');
    alt('1'); // still on its way
    expect(screen.getByText('前の答えを送っています。次の項目が見えてから答えてください。')).toBeInTheDocument();
    seen.afterMs = 60_000;
    await gate.release();
    await within(item('item-frame')).findByText('000-1234-5678');
    alt('1'); // in the moment it opened
    fireEvent.click(within(item('item-frame')).getByRole('button', { name: /^同じ/ })); // Enter on the button in focus
    expect(answers(office, 'item-frame')).toEqual([]);
    seen.afterMs = 0;
    alt('1');
    await gate.release();
    await waitFor(() => expect(answers(office, 'item-frame')).toEqual([{ answer: 'same' }]));
  });
  it('終えるキーは待って、答えが届いたところで効く。のこりがあれば、そこへ移るだけ', async () => {
    const gate = new Gate();
    const check = looking();
    const { office } = await open(check, (o) => o.on('POST', '/api/checks/check-1/items/:key/answer', async ({ body }, { key }) => {
      await gate.pass();
      return ok(check.judge(key!, body as { answer: string }));
    }));
    await within(item('item-reason')).findByText('みどり健康保険組合');
    alt('1');
    press('F12');
    expect(screen.queryByText(/まだ答えていない項目/)).toBeNull();
    await gate.release();
    await screen.findByText('まだ答えていない項目が4つあります。');
    expect(office.asked.some((one) => one.path.endsWith('/complete'))).toBe(false);
    expect(current()).toBe('item-frame');
  });
  it('個人番号を入れてEnterを押すと、封じるあいだに次の項目が字を受け取る', async () => {
    const gate = new Gate();
    const check = playedNotice();
    check.items = check.items.map((one) => (['eventOn', 'previousInsurerNumber', 'previousLossOn'].includes(one.key) ? { ...one, state: 'matched' as const } : one));
    await open(check, (office) => office.on('POST', '/api/mynumber/candidates', async () => {
      await gate.pass();
      return ok({ candidate: 'candidate-1' });
    }));
    fireEvent.click(within(item('persons.0.personalNumber')).getByRole('button'));
    const field = input('persons.0.personalNumber');
    field.focus();
    for (const digit of '123456789018') act(() => void field.dispatchEvent(new InputEvent('beforeinput', { data: digit, inputType: 'insertText', bubbles: true, cancelable: true })));
    press('Enter');
    await waitFor(() => expect(document.activeElement).toBe(input('postalCode')));
    fireEvent.change(input('postalCode'), { target: { value: '00000' } });
    await gate.release();
    await within(item('persons.0.personalNumber')).findByText('一致しました');
    expect(input('postalCode')).toHaveValue('00000');
    expect(document.activeElement).toBe(input('postalCode'));
  });
});

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { SentNotice, tellSent } from '@/components/sent-notice';
import { expectAccessible } from '@/testing/axe';
import { MockOffice, ok, refuse } from '@/testing/mock-office';
import { renderPart } from '@/testing/render';
import { requirement } from '@/testing/requirement';
import { PlayedCheck, playedCheck } from '@/testing/work';
import { CheckPage } from './check-page';
import { seen } from './seen';

beforeEach(() => {
  tellSent(null);
  seen.afterMs = 0;
});

async function open(check: PlayedCheck = playedCheck(), office = check.play(new MockOffice(), 'check-1').on('POST', '/api/mynumber/candidates', ok({ candidate: 'candidate-1' }))) {
  office.install();
  const view = renderPart(<><SentNotice /><Routes><Route path="/checks/:id" element={<CheckPage />} /><Route path="*" element={<p>一覧</p>} /></Routes></>, { at: '/checks/check-1' });
  await screen.findByRole('heading', { name: /確かめる/ });
  return { ...view, office, check };
}
const item = (key: string) => document.querySelector<HTMLElement>(`[data-item="${key}"]`)!;
const input = (key: string) => item(key).querySelector<HTMLInputElement>('[data-attempt] input')!;
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: /^[0-9]$/.test(key) ? `Digit${key}` : key.length === 1 ? `Key${key.toUpperCase()}` : key, ...more });
const alt = (key: string) => press(key, { altKey: true });
const posts = (office: MockOffice, end: string) => office.asked.filter((one) => one.method === 'POST' && one.path.endsWith(end));
const attempt = async (key: string, text: string) => {
  await waitFor(() => expect(input(key)).not.toBeNull());
  fireEvent.change(input(key), { target: { value: text } });
  input(key).focus();
  press('Enter');
};
const sealNumber = async () => {
  await waitFor(() => expect(input('persons.0.personalNumber')).not.toBeNull());
  const blind = input('persons.0.personalNumber');
  blind.focus();
  for (const digit of '123456789018') act(() => void blind.dispatchEvent(new InputEvent('beforeinput', { data: digit, inputType: 'insertText', bubbles: true, cancelable: true })));
  press('Enter');
};
const whole = () => document.documentElement.outerHTML;

describe('入れ直す項目', () => {
  it('入力した人の値は、決まるまで画面のどこにもない', async () => {
    requirement('ACQ-14', 'MANUAL-01');
    await open();
    expect(whole()).not.toMatch(/000-?0021/);
    expect(document.activeElement).toBe(input('postalCode'));
    await attempt('postalCode', '000-0012');
    await within(item('postalCode')).findByText('入力とちがいます。原本をもう一度見てください。');
    expect(whole()).not.toMatch(/000-?0021/);
    expect(item('postalCode').textContent).not.toContain('000-0012');
  });
  it('一致すると値が出て、次の項目へ移る', async () => {
    const { office } = await open();
    await attempt('postalCode', '０００－００２１');
    await within(item('postalCode')).findByText('一致しました');
    expect(within(item('postalCode')).getByText('000-0021')).toBeVisible();
    expect(posts(office, '/attempts').map((one) => one.body)).toEqual([{ value: '0000021' }]);
    await waitFor(() => expect(document.activeElement).toBe(input('persons.0.personalNumber')));
  });
  it('2度ちがうと両方の値が出て、同じとは答えられない', async () => {
    await open();
    await attempt('postalCode', '0000012');
    await within(item('postalCode')).findByRole('button', { name: /打ち直す/ });
    expect(within(item('postalCode')).queryByRole('button', { name: /^同じ/ })).toBeNull();
    alt('1');
    await attempt('postalCode', '0000013');
    await waitFor(() => expect(within(item('postalCode')).getAllByRole('definition').map((dd) => dd.textContent)).toEqual(['000-0013', '000-0021']));
    expect([...item('postalCode').querySelectorAll('mark')].map((mark) => mark.textContent).join('')).not.toBe('');
    expect(within(item('postalCode')).queryByRole('button', { name: /打ち直す/ })).toBeNull();
    expect(within(item('postalCode')).getAllByRole('button').map((button) => button.textContent)).toEqual(['入力まちがい2', '読めない3', '原本がおかしい4']);
  });
  it('形のちがう値は送らず、どうするかを言う', async () => {
    const { office } = await open();
    await attempt('postalCode', '00002');
    await within(item('postalCode')).findByText('郵便番号が5けたです。7けたを入れてください。');
    await attempt('postalCode', '');
    await within(item('postalCode')).findByText('郵便番号が空いています。原本を見て、入れてください。');
    expect(posts(office, '/attempts')).toEqual([]);
  });
  it('個人番号は番号札で照合し、ちがっても値は出ない', async () => {
    const { office, check } = await open();
    check.entered['persons.0.personalNumber'] = 'candidate-9';
    await attempt('postalCode', '0000021');
    await sealNumber();
    await within(item('persons.0.personalNumber')).findByText(/入力とちがいます/);
    expect(within(item('persons.0.personalNumber')).getByText('番号は画面に出ません。')).toBeVisible();
    expect(posts(office, '/attempts').at(-1)!.body).toEqual({ value: 'candidate-1' });
    expect(whole()).not.toContain('123456789018');
    expect(whole()).not.toContain('candidate-9');
  });
  it('食い違いを決めるときだけ、目的をえらんで1度だけ表示でき、目を離すと消える', async () => {
    requirement('ACQ-19');
    const { office, check } = await open();
    office.on('POST', '/api/mynumber/reveals', ok({ groups: ['0000', '1111', '2222'], seconds: 30 }));
    check.entered['persons.0.personalNumber'] = 'candidate-9';
    await attempt('postalCode', '0000021');
    await sealNumber();
    fireEvent.click(await within(item('persons.0.personalNumber')).findByRole('button', { name: '番号を確かめる' }));
    const dialog = await screen.findByRole('dialog', { name: '個人番号を30秒だけ表示します' });
    fireEvent.click(within(dialog).getByRole('button', { name: '表示する' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent('目的が空いています。');
    expect(posts(office, '/reveals')).toEqual([]);
    fireEvent.change(within(dialog).getByLabelText('目的'), { target: { value: 'settle-mismatch' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '表示する' }));
    await within(dialog).findByText('1111');
    expect(posts(office, '/reveals').map((one) => one.body)).toEqual([{ taskId: 'check-1', field: 'persons.0.personalNumber', purpose: 'settle-mismatch' }]);
    fireEvent(window, new Event('blur'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(whole()).not.toContain('1111');
  });
  it('読めないときは、打たずに答えられる', async () => {
    const { office } = await open();
    alt('3');
    await waitFor(() => expect(posts(office, '/answer').map((one) => one.body)).toEqual([{ answer: 'unreadable' }]));
    await within(item('postalCode')).findByText(/差し戻す：読めない/);
  });
  it('変換中のEnterでは照合しない', async () => {
    const { office } = await open();
    fireEvent.change(input('postalCode'), { target: { value: '0000021' } });
    press('Enter', { isComposing: true });
    press('Enter', { keyCode: 229 });
    expect(posts(office, '/attempts')).toEqual([]);
  });
});

describe('見くらべる項目', () => {
  it('前の項目が終わるまで開かず、1つずつ答える', async () => {
    const { office } = await open();
    expect(within(item('previousInsurer')).getByText('前の項目が終わると開きます')).toBeVisible();
    expect(item('previousInsurer').textContent).not.toContain('みどり健康保険組合');
    await attempt('postalCode', '0000021');
    await sealNumber();
    await within(item('previousInsurer')).findByText('みどり健康保険組合');
    expect(within(item('previousInsurer')).getByRole('img', { name: '前の保険者の所の原本の画像' })).toHaveAttribute('src', '/api/documents/paper-2/pages/1/crop?box=0.2429,0.1751,0.6762,0.0438');
    expect(within(item('reason')).getByText('前の項目が終わると開きます')).toBeVisible();
    expect(within(item('previousInsurer')).getAllByRole('button').every((button) => button.getAttribute('aria-pressed') === null)).toBe(true);
    alt('1');
    await within(item('reason')).findByText('社保離脱');
    alt('2');
    fireEvent.click(await within(item('reason')).findByRole('button', { name: '欄ちがい' }));
    await waitFor(() => expect(posts(office, '/answer').map((one) => one.body)).toEqual([{ answer: 'same' }, { answer: 'entry-mistake', reason: 'wrong-field' }]));
  });
  it('まとめて答える手立てはない', async () => {
    await open();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /すべて|まとめて|一括/ })).toBeNull();
  });
});

describe('書かなかったこと', () => {
  it('空欄のままの項目はまとまりごとに並び、行の数も1つの項目になる', async () => {
    requirement('ACQ-14', 'MANUAL-01');
    const before = playedCheck();
    const check = new PlayedCheck(before.work, [
      { key: 'rows-persons', label: '加入する人の行数', kind: 'compare', type: 'rows', evidence: null, state: 'closed', attemptsLeft: 0 },
      { key: 'blanks-persons', label: '空欄のままの項目（加入する人）', kind: 'compare', type: 'blanks', evidence: null, state: 'closed', attemptsLeft: 0 },
    ], { 'rows-persons': 2, 'blanks-persons': ['職業（1人目）', '個人番号（2人目）'] });
    const { office } = await open(check);
    const rows = within(item('rows-persons'));
    expect(await rows.findByText('2行')).toBeVisible();
    expect(rows.queryByRole('img')).toBeNull();
    fireEvent.click(rows.getByRole('button', { name: /^同じ/ }));
    const blanks = within(item('blanks-persons'));
    expect((await blanks.findAllByRole('listitem')).map((one) => one.textContent)).toEqual(['職業（1人目）', '個人番号（2人目）']);
    fireEvent.click(blanks.getByRole('button', { name: /^入力まちがい/ }));
    fireEvent.click(await blanks.findByRole('button', { name: /原本と合わない/ }));
    await waitFor(() => expect(posts(office, '/items/blanks-persons/answer').map((one) => one.body)).toEqual([{ answer: 'entry-mistake', reason: 'differs-from-source' }]));
    await waitFor(() => expect(screen.getAllByRole('button', { name: /差し戻す（1）|差し戻す/ }).length).toBeGreaterThan(0));
  });
});

describe('終える・差し戻す', () => {
  it('のこりがあるうちのF12は終えず、その項目へ移る', async () => {
    const { office } = await open();
    screen.getByRole('button', { name: /システムが確かめた/ }).focus();
    press('F12');
    expect(document.activeElement).toBe(input('postalCode'));
    expect(screen.getByText('まだ答えていない項目が4つあります。')).toBeInTheDocument();
    expect(posts(office, '/complete')).toEqual([]);
    expect(posts(office, '/return')).toEqual([]);
  });
  it('差し戻しには項目と理由だけが入り、打った値は入らない', async () => {
    const { office } = await open();
    await attempt('postalCode', '0000021');
    await sealNumber();
    await within(item('previousInsurer')).findByText('みどり健康保険組合');
    alt('1');
    await within(item('reason')).findByText('社保離脱');
    alt('1');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('差し戻す（1項目） F12'));
    press('F12');
    const dialog = await screen.findByRole('dialog', { name: '1項目を差し戻します' });
    expect(within(dialog).getByLabelText('前の保険の喪失日')).toHaveValue('misread-digit');
    await expectAccessible(dialog);
    press('F12');
    await screen.findByText('R8-資-004512 を差し戻しました。');
    expect(posts(office, '/return').map((one) => one.body)).toEqual([{ fields: [{ key: 'previousLossOn', reason: 'misread-digit' }] }]);
    expect(posts(office, '/complete')).toEqual([]);
  });
  it('システムが確かめた項目も、開いて差し戻せる', async () => {
    const { office } = await open();
    fireEvent.click(screen.getByRole('button', { name: /システムが確かめた 9項目/ }));
    fireEvent.click(screen.getByRole('button', { name: /差し戻す.*氏名（1人目）/ }));
    alt('r');
    const dialog = await screen.findByRole('dialog', { name: '2項目を差し戻します' });
    fireEvent.click(within(dialog).getByRole('button', { name: /^差し戻す/ }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent('理由が空いています。');
    expect(posts(office, '/return')).toEqual([]);
    fireEvent.change(within(dialog).getByLabelText('氏名（1人目）'), { target: { value: 'other' } });
    fireEvent.change(within(dialog).getByLabelText('氏名（1人目）へのひとこと'), { target: { value: '届の字とちがう' } });
    fireEvent.click(within(dialog).getByRole('button', { name: /^差し戻す/ }));
    await waitFor(() => expect(posts(office, '/return').at(-1)?.body).toEqual({ fields: [{ key: 'previousLossOn', reason: 'misread-digit' }, { key: 'persons.0.name', reason: 'other', note: '届の字とちがう' }] }));
  });
  it('承認の前に本人の確認を求められたら、ログインし直して同じ行いをくりかえす', async () => {
    requirement('AUTH-09');
    const check = playedCheck();
    check.items = check.items.map((one) => ({ ...one, state: one.kind === 'reenter' ? 'matched' : 'same' }));
    const office = check.play(new MockOffice(), 'check-1');
    let asked = 0;
    office.on('POST', '/api/checks/check-1/complete', () => (asked++ === 0 ? refuse(401, 'access.reauthentication-required') : ok({ caseNo: 'R8-資-004512' })));
    await open(check, office);
    press('F12');
    await screen.findByRole('dialog', { name: 'もう一度、本人の確認をします' });
    fireEvent(window, new MessageEvent('message', { data: 'futari:reauthenticated', origin: 'https://elsewhere.invalid' }));
    expect(posts(office, '/complete')).toHaveLength(1);
    fireEvent(window, new MessageEvent('message', { data: 'futari:reauthenticated', origin: window.location.origin }));
    await screen.findByText('R8-資-004512 の確認を終えました。');
    const keys = posts(office, '/complete').map((one) => one.headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});

describe('だれが確認できるか', () => {
  it('自分が入力した仕事を開くと、わけと、確認できる人を言う', async () => {
    const office = new MockOffice().on('POST', '/api/checks/check-1/begin', refuse(403, 'casework.check.own-work', { whoCan: ['流星', '霧雨', '朧月'] })).install();
    renderPart(<Routes><Route path="/checks/:id" element={<CheckPage />} /></Routes>, { at: '/checks/check-1' });
    await screen.findByRole('heading', { name: 'この仕事は、あなたは確認できません' });
    expect(screen.getByText('あなたが入力した工程です。入力した人と別の人が確認します。')).toBeVisible();
    expect(screen.getByText('確認できる人：流星、霧雨、朧月')).toBeVisible();
    expect(office.asked).toHaveLength(1);
    await expectAccessible();
  });
  it('まだだれも引き受けていない確認は、開くと自分の仕事になる', async () => {
    const check = playedCheck();
    const office = check.play(new MockOffice(), 'check-1');
    await open(check, office);
    expect(posts(office, '/begin')).toHaveLength(1);
    expect(office.asked.filter((one) => one.method === 'GET')).toHaveLength(0);
  });
  it('2人の名と端末が見え、axe に重い指摘がない', async () => {
    await open();
    expect(screen.getByText('別の職員')).toBeVisible();
    expect(screen.getAllByText('流星 一郎').length).toBeGreaterThan(0);
    await expectAccessible();
  }, 60_000);
});

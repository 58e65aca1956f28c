import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SentNotice, tellSent } from '@/components/sent-notice';
import type { FormSchema } from '@/components/fields';
import { setLanguage } from '@/i18n';
import { expectAccessible } from '@/testing/axe';
import { fakeIndexedDb } from '@/testing/fake-indexed-db';
import { clerk, MockOffice, ok, refuse } from '@/testing/mock-office';
import { renderPart } from '@/testing/render';
import { requirement } from '@/testing/requirement';
import { playEntry, proofEntry, returnedEntry } from '@/testing/work';
import { me } from '@/testing/tasks';
import type { EntryWork } from '../work/types';
import { EntryPage } from './entry-page';

let kept: Map<string, unknown>;
beforeEach(() => {
  kept = fakeIndexedDb();
  tellSent(null);
  setLanguage('ja');
});

const mine = (work: EntryWork): EntryWork => ({ ...work, task: { ...work.task, claimedBy: me } });
async function open(work: EntryWork, office = playEntry(new MockOffice(), work)) {
  office.install();
  const view = renderPart(<><SentNotice /><Routes><Route path="/tasks/:id" element={<EntryPage />} /><Route path="*" element={<p>一覧</p>} /></Routes></>, { at: `/tasks/${work.task.id}` });
  await screen.findByRole('button', { name: /確認へ回す|Send to check/ });
  await waitFor(() => expect(document.querySelectorAll('[data-field] input, [data-field] textarea').length).toBeGreaterThan(0));
  return { ...view, office };
}
const field = (path: string) => document.querySelector(`[data-field="${path}"]`)!;
const input = (path: string) => field(path).querySelector<HTMLInputElement>('input, textarea')!;
const type = (path: string, text: string) => fireEvent.change(input(path), { target: { value: text } });
const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, code: key.length === 1 ? `Key${key.toUpperCase()}` : key, ...more });
const asked = (office: MockOffice, method: string, end: string) => office.asked.filter((one) => one.method === method && one.path.endsWith(end));

const TYPES = ['jp-date', 'jp-name', 'jp-kana', 'jp-postal', 'jp-phone', 'jp-address', 'jp-choice-code', 'jp-check-list', 'jp-amount', 'jp-number', 'jp-serial', 'jp-serials', 'jp-mynumber', 'jp-addressee', 'jp-text'];
const everyType = (): FormSchema => ({
  id: 'Every', type: 'default', properties: { label: 'すべて', en: 'All' },
  components: [{ id: 'G', type: 'group', label: 'すべて', properties: { en: 'All' }, components: TYPES.map((kind, n) => ({
    id: `F${n}`, key: `f${n}`, type: kind, label: kind, values: [{ value: 'a', label: 'あ', en: 'A', code: '1' }, { value: 'b', label: 'い', en: 'B', code: '2' }], properties: { verify: kind === 'jp-mynumber' ? 'reenter' : 'compare', en: kind },
  })) }],
} as unknown as FormSchema);

describe('変換中のEnter', () => {
  it('どの種類の欄でも、進まず、送らない', async () => {
    const work = mine(proofEntry({ form: { key: 'every', digest: 'd', schema: everyType() } }));
    const { office } = await open(work);
    for (const [n, kind] of TYPES.entries()) {
      input(`f${n}`).focus();
      expect(document.activeElement, kind).toBe(input(`f${n}`));
      press('Enter', { isComposing: true });
      press('Enter', { keyCode: 229 });
      press('F12', { isComposing: true });
      expect(document.activeElement, kind).toBe(input(`f${n}`));
    }
    expect(asked(office, 'POST', '/complete')).toEqual([]);
  }, 60_000);
  it('変換が終われば、Enterで進む', async () => {
    await open(mine(proofEntry()));
    input('amount').focus();
    press('Enter');
    expect(document.activeElement).toBe(input('remark'));
    press('Enter', { shiftKey: true });
    expect(document.activeElement).toBe(input('amount'));
  });
  it('変換中の文字は読まれず、確定してから読まれる', async () => {
    const { office } = await open(mine(proofEntry()));
    const remark = input('remark');
    remark.focus();
    fireEvent.compositionStart(remark);
    fireEvent.change(remark, { target: { value: 'たかはｓ' } });
    fireEvent.compositionUpdate(remark, { data: 'たかはｓ' });
    expect(remark.value).toBe('たかはｓ');
    fireEvent.change(remark, { target: { value: '髙空' } });
    fireEvent.compositionEnd(remark, { data: '髙空' });
    fireEvent.blur(remark);
    press('s', { ctrlKey: true });
    await waitFor(() => expect(asked(office, 'PUT', '/draft').at(-1)?.body).toEqual({ values: { remark: '髙空' } }));
  });
});

describe('最後の欄のEnter', () => {
  it('主なボタンに移るだけで、押さない。押しつづけても送らない', async () => {
    const { office } = await open(mine(proofEntry()));
    type('amount', '20000');
    type('remark', 'ためし');
    input('remark').focus();
    press('Enter');
    const main = screen.getByRole('button', { name: /確認へ回す/ });
    expect(document.activeElement).toBe(main);
    const held = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', repeat: true, bubbles: true, cancelable: true });
    main.dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
    expect(asked(office, 'POST', '/complete')).toEqual([]);
  });
});

describe('送る', () => {
  it('値を読んだ形で1度だけ送り、10秒のあいだ取り消せる', async () => {
    requirement('NHI-QUA-01', 'ACQ-14');
    const { office } = await open(proofEntry());
    type('amount', '２０，０００円');
    type('remark', 'ためし');
    fireEvent.keyDown(document.body, { key: 'F12', code: 'F12' });
    await screen.findByText('R8-資-004512 を確認へ回しました。');
    const sent = asked(office, 'POST', '/complete');
    expect(sent).toHaveLength(1);
    expect(sent[0]!.body).toEqual({ values: { amount: 20000, remark: 'ためし' }, claim: true });
    expect(sent[0]!.headers.get('If-Match')).toBe('"1"');
    expect(sent[0]!.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    fireEvent.click(screen.getByRole('button', { name: '取り消す' }));
    await waitFor(() => expect(asked(office, 'POST', '/undo')).toHaveLength(1));
  });
  it('直すところがあれば送らず、はじめの欄に移って数を読み上げる', async () => {
    const { office } = await open(mine(proofEntry()));
    type('amount', '二万');
    input('remark').focus();
    fireEvent.keyDown(document.body, { key: 'F12', code: 'F12' });
    await waitFor(() => expect(document.activeElement).toBe(input('amount')));
    expect(within(field('amount') as HTMLElement).getByText('金額を金額として読めません。円の数字だけを入れてください。')).toBeVisible();
    expect(within(field('remark') as HTMLElement).getByText('摘要が空いています。紙を見て、入れてください。')).toBeVisible();
    expect(screen.getByText('直すところが2か所あります。')).toHaveAttribute('role', 'alert');
    expect(asked(office, 'POST', '/complete')).toEqual([]);
  });
  it('サーバーが断った欄に、その言葉が出る', async () => {
    const work = mine(proofEntry());
    const office = playEntry(new MockOffice(), work).on('POST', `/api/tasks/${work.task.id}/complete`, refuse(422, 'casework.form.fields', { fields: [{ key: 'remark', code: 'room.own-rule', message: '摘要が基準とちがいます。' }] }));
    await open(work, office);
    type('amount', '1');
    type('remark', 'あ');
    fireEvent.keyDown(document.body, { key: 'F12', code: 'F12' });
    await screen.findByText('摘要が基準とちがいます。');
    await waitFor(() => expect(document.activeElement).toBe(input('remark')));
    type('remark', 'い');
    await waitFor(() => expect(screen.queryByText('摘要が基準とちがいます。')).toBeNull());
  });
  it('先に別の人が終えたら、ちがう項目をならべて見せる', async () => {
    const work = mine(proofEntry());
    const office = playEntry(new MockOffice(), work).on('POST', `/api/tasks/${work.task.id}/complete`, refuse(409, 'casework.task.done-by-another', { conflict: { by: '雨音', at: '2026-11-20T10:40:00+09:00', values: { amount: 20000, remark: '同じ' } } }));
    await open(work, office);
    type('amount', '2000');
    type('remark', '同じ');
    fireEvent.keyDown(document.body, { key: 'F12', code: 'F12' });
    await screen.findByRole('heading', { name: 'この仕事は、10:40に雨音さんが終えました' });
    const rows = screen.getAllByRole('row').slice(1).map((row) => row.textContent);
    expect(rows).toEqual(['金額20,000円2,000円']);
    expect(screen.getByText(/あなたの入力は送られていません。/)).toBeVisible();
    await expectAccessible();
  });
});

describe('氏名の字', () => {
  it.each([['はしごだか', '\u9ad9橋　見本'], ['たつさき', '\ufa11本　見本'], ['神 U+FA19', '\ufa19山　見本'], ['つちよし', '\u{20bb7}野　見本'], ['異体字', '葛\u{e0100}城　見本']])(
    '%s は、入れて、保存して、開いて、同じ符号位置のまま', async (_, name) => {
      const work = mine(proofEntry({ form: { key: 'every', digest: 'd', schema: everyType() } }));
      const { office, unmount } = await open(work);
      type('f1', name);
      fireEvent.blur(input('f1'));
      press('s', { ctrlKey: true });
      await waitFor(() => expect(asked(office, 'PUT', '/draft')).toHaveLength(1));
      const saved = asked(office, 'PUT', '/draft')[0]!.body as { values: Record<string, string> };
      expect([...saved.values['f1']!]).toEqual([...name]);
      unmount();
      await open({ ...work, values: saved.values });
      expect([...input('f1').value]).toEqual([...name]);
    });
  it('読みは変換から入り、人が直したあとは上書きされない', async () => {
    const schema = everyType();
    Object.assign((schema.components[0] as unknown as { components: object[] }).components[2]!, { properties: { verify: 'compare', en: 'k', from: 'f1' } });
    await open(mine(proofEntry({ form: { key: 'every', digest: 'd', schema } })));
    const compose = (reading: string, word: string, all: string) => {
      const name = input('f1');
      fireEvent.compositionStart(name);
      fireEvent.compositionUpdate(name, { data: reading });
      fireEvent.compositionUpdate(name, { data: word });
      fireEvent.change(name, { target: { value: all } });
      fireEvent.compositionEnd(name, { data: word });
    };
    compose('たかぞら', '髙空', '髙空');
    await waitFor(() => expect(input('f2').value).toBe('タカゾラ'));
    expect(within(field('f2') as HTMLElement).getByText('氏名の変換から自動で入りました')).toBeVisible();
    type('f2', 'タカバシ');
    compose('けんた', '健太', '髙空健太');
    await waitFor(() => expect(screen.queryByText('氏名の変換から自動で入りました')).toBeNull());
    expect(input('f2').value).toBe('タカバシ');
  });
});

describe('個人番号', () => {
  const NUMBER = '123456789018';
  const beforeInput = (element: Element, data: string | null, inputType = 'insertText') => {
    const event = new InputEvent('beforeinput', { data, inputType, bubbles: true, cancelable: true });
    act(() => void element.dispatchEvent(event));
    return event;
  };
  it('打った番号はどこにも残らず、金庫へ1度だけ行き、番号札だけが残る', async () => {
    requirement('MANUAL-02', 'ACQ-19');
    const work = mine(returnedEntry());
    const { office } = await open(work);
    const blind = input('persons.0.personalNumber');
    blind.focus();
    for (const digit of NUMBER) expect(beforeInput(blind, digit).defaultPrevented).toBe(true);
    expect(blind.value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(NUMBER);
    expect(within(field('persons.0.personalNumber') as HTMLElement).getByText('●●●● ●●●● ●●●●')).toBeVisible();
    fireEvent.blur(blind);
    await within(field('persons.0.personalNumber') as HTMLElement).findByText(/入りました/);
    expect(asked(office, 'POST', '/candidates').map((one) => one.body)).toEqual([{ taskId: 'entry-1', field: 'persons.0.personalNumber', number: NUMBER }]);
    press('s', { ctrlKey: true });
    await waitFor(() => expect(asked(office, 'PUT', '/draft').length).toBeGreaterThan(0));
    const drafts = JSON.stringify(asked(office, 'PUT', '/draft').map((one) => one.body));
    expect(drafts).toContain('candidate-1');
    expect(drafts + JSON.stringify([...kept]) + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.documentElement.outerHTML).not.toContain(NUMBER);
  });
  it('検査用数字が合わなければ送らず、途中でやめても残らず、貼り付けは断る', async () => {
    const { office } = await open(mine(returnedEntry()));
    const blind = input('persons.0.personalNumber');
    for (const digit of '123456789012') beforeInput(blind, digit);
    fireEvent.blur(blind);
    await screen.findByText(/検査用の数字と合いません。/);
    for (const digit of '12345') beforeInput(blind, digit);
    beforeInput(blind, null, 'deleteContentBackward');
    fireEvent.blur(blind);
    await screen.findByText('個人番号が4けたです。紙の原本を見て、12けたを入れてください。');
    expect(beforeInput(blind, NUMBER, 'insertFromPaste').defaultPrevented).toBe(true);
    await screen.findByText(/貼り付けできません/);
    fireEvent.blur(blind);
    expect(asked(office, 'POST', '/candidates')).toEqual([]);
  });
});

describe('差し戻された仕事', () => {
  it('戻った項目と理由と自分の前の値が見え、Alt+Nで移り、直した数が進む', async () => {
    await open(mine(returnedEntry()));
    expect(screen.getByText('流星さんから 2項目が戻りました。')).toBeVisible();
    expect(screen.getByText('0 済み ／ 2 のこり')).toBeVisible();
    expect(field('previousLossOn').textContent).toContain('読みちがい（数字）');
    expect(field('previousLossOn').textContent).toContain('前の値：令和8年11月7日（土）');
    await waitFor(() => expect(document.activeElement).toBe(input('previousLossOn')));
    type('previousLossOn', 'R8.11.1');
    await screen.findByText('1 済み ／ 1 のこり');
    press('n', { altKey: true });
    expect(document.activeElement).toBe(input('postalCode'));
  });
  it('住民票の値は読むだけで、違う字を説明する', async () => {
    await open(mine(returnedEntry()));
    expect(field('persons.0.addresseeNo').querySelector('output')!.textContent).toContain('髙空　健太タカゾラ　ケンタ昭和55年3月1日（46歳）男世帯主');
    expect(screen.getByText(/はしごだか U\+9AD9/)).toBeVisible();
  });
  it('人の札で移り、隠れた条件の欄は出ない', async () => {
    await open(mine(returnedEntry()));
    const people = screen.getByRole('tablist', { name: '加入する人' });
    expect(within(people).getAllByRole('tab').map((tab) => tab.textContent?.replace(/直すところがあります/, ''))).toEqual(['1 髙空 健太', '2 由美', '3 陽翔', '4 陽菜']);
    fireEvent.click(within(people).getByRole('tab', { name: /由美/ }));
    expect(field('persons.1.occupation').closest('[hidden]')).toBeNull();
    expect(field('persons.0.occupation').closest('[hidden]')).not.toBeNull();
    expect(field('agentName')).toBeNull();
    expect(field('previousAddress')).toBeNull();
  });
  it('axe に重い指摘がない', async () => {
    await open(mine(returnedEntry()));
    await expectAccessible();
  }, 60_000);
});

describe('何も失わない', () => {
  it('1.5秒で下書きになり、版を言って重ねる', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      const { office } = await open(mine(proofEntry()));
      type('remark', 'あ');
      await act(() => vi.advanceTimersByTimeAsync(1_000));
      expect(asked(office, 'PUT', '/draft')).toEqual([]);
      await act(() => vi.advanceTimersByTimeAsync(800));
      expect(asked(office, 'PUT', '/draft')).toHaveLength(1);
      expect(asked(office, 'PUT', '/draft')[0]!.headers.get('If-Match')).toBeNull();
      await screen.findAllByText('下書きを保存しました 10:41');
      type('remark', 'あい');
      await act(() => vi.advanceTimersByTimeAsync(1_600));
      expect(asked(office, 'PUT', '/draft')[1]!.headers.get('If-Match')).toBe('"2"');
    } finally {
      vi.useRealTimers();
    }
  });
  it('べつの画面に下書きがあれば、重ねずに、ちがう項目を見せる', async () => {
    const { office } = await open(mine(proofEntry()));
    office.on('PUT', '/api/tasks/proof-1/draft', refuse(428, 'casework.request.version-missing', { conflict: { version: 1, at: '2026-11-20T10:41:00+09:00', values: { remark: 'さき' } } }));
    type('remark', 'あと');
    press('s', { ctrlKey: true });
    await screen.findByText('さき');
    expect(screen.getByRole('alert').textContent).toContain('あと');
  });
  it('答えだけが失われた下書きは、自分のものとして、その上に重ねる', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      const { office } = await open(mine(proofEntry()));
      const connected = globalThis.fetch;
      globalThis.fetch = () => Promise.reject(new TypeError('the answer never came'));
      type('remark', 'あ');
      await act(() => vi.advanceTimersByTimeAsync(1_600));
      globalThis.fetch = connected;
      office.on('PUT', '/api/tasks/proof-1/draft', ({ headers }) => (headers.get('If-Match') === null
        ? refuse(428, 'casework.request.version-missing', { conflict: { version: 1, at: '2026-11-20T10:41:00+09:00', values: { remark: 'あ' } } })
        : ok({ version: 2, savedAt: '2026-11-20T10:42:00+09:00' })));
      type('remark', 'あい');
      await act(() => vi.advanceTimersByTimeAsync(2_500));
      await screen.findAllByText('下書きを保存しました 10:42');
      expect(asked(office, 'PUT', '/draft').at(-1)!.headers.get('If-Match')).toBe('"1"');
      expect(asked(office, 'PUT', '/draft').at(-1)!.body).toEqual({ values: { remark: 'あい' } });
    } finally {
      vi.useRealTimers();
    }
  });
  it('つながらなければ、暗号にして残し、開き直すとそこから続く', async () => {
    const work = mine(proofEntry());
    const office = playEntry(new MockOffice(), work);
    const { unmount } = await open(work, office);
    const connected = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    type('amount', '3400');
    type('remark', '切れても残る言葉');
    press('s', { ctrlKey: true });
    await screen.findByText(/2項目をこの端末に暗号にして残しています/);
    await waitFor(() => expect(kept.size).toBe(1));
    const lying = [...kept.values()][0] as { sealed: Uint8Array };
    expect(new TextDecoder().decode(lying.sealed)).not.toContain('切れても残る言葉');
    expect(JSON.stringify(localStorage) + JSON.stringify(sessionStorage)).not.toContain('切れても残る言葉');
    unmount();
    globalThis.fetch = connected;
    await open(work, office);
    expect(input('remark').value).toBe('切れても残る言葉');
    expect(input('amount').value).toBe('3,400');
    expect(screen.getByText(/の下書きから続けます。/)).toBeVisible();
    await waitFor(() => expect(kept.size).toBe(0));
  });
  it('ほかのセッションの鍵では開けず、捨てられる', async () => {
    const { OfflineCopies } = await import('../work/offline-copy');
    await new OfflineCopies(clerk.draftKey, '1001').keep('proof-1', { values: { remark: '秘密' }, savedAt: '2026-11-20T10:00:00Z' });
    const other = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
    expect(await new OfflineCopies(other, '1001').find('proof-1')).toBeNull();
    expect(kept.size).toBe(0);
  });
  it('「はじめから」は下書きを消して開き直す', async () => {
    const work = mine(proofEntry({ draft: { version: 3, savedAt: '2026-11-20T10:41:00+09:00' }, values: { remark: '下書き' } }));
    const { office } = await open(work);
    expect(screen.getByText('10:41の下書きから続けます。')).toBeVisible();
    office.on('GET', '/api/tasks/proof-1', ok({ ...work, draft: null, values: {} }));
    fireEvent.click(screen.getByRole('button', { name: 'はじめから' }));
    await waitFor(() => expect(input('remark')?.value).toBe(''));
    expect(asked(office, 'DELETE', '/draft')).toHaveLength(1);
  });
  it('言語をかえても、値と、いる欄はそのまま', async () => {
    await open(mine(proofEntry()));
    type('remark', '入れかけ');
    input('remark').focus();
    act(() => setLanguage('en'));
    expect(document.activeElement).toBe(input('remark'));
    expect(input('remark').value).toBe('入れかけ');
    expect(screen.getByText('Remark')).toBeVisible();
    expect(screen.queryByText('摘要')).toBeNull();
  });
  it('ほかの人が引き受けた仕事は、見ることだけできる', async () => {
    const work = proofEntry();
    await open({ ...work, task: { ...work.task, claimedBy: { no: '1009', name: '雨音 直子' } } });
    expect(screen.getByText('この仕事は、雨音 直子さんが引き受けています。見ることだけできます。')).toBeVisible();
    expect(input('remark').readOnly).toBe(true);
  });
});

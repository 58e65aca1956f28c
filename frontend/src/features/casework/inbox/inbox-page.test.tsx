import { act, screen, waitFor, within } from '@testing-library/react';
import { setLanguage } from '@/i18n';
import { expectAccessible } from '@/testing/axe';
import { MockOffice, ok } from '@/testing/mock-office';
import { renderApp } from '@/testing/render';
import { aTask, manyTasks, me, mockUpTasks } from '@/testing/tasks';

const counts = { mine: 12, check: 7, returned: 2, waiting: 9, team: 48, overdue: 0 };
const officeWith = (rows: ReturnType<typeof aTask>[], next: string | null = null) =>
  new MockOffice().on('GET', '/api/tasks', () => ok({ rows, counts, next, asOf: '2026-11-20T10:42:00+09:00' })).install();
const grid = () => screen.findByRole('grid');
const rowOf = (name: RegExp) => screen.getByRole('row', { name });

describe('自分の仕事', () => {
  beforeEach(() => setLanguage('ja'));

  it('groups by urgency, folds what is far, and puts who waits at the counter first', async () => {
    officeWith(mockUpTasks());
    renderApp('/inbox');
    await grid();
    const lines = screen.getAllByRole('row').slice(1).map((row) => row.textContent ?? '');
    expect(lines[0]).toContain('期限を過ぎた1件');
    expect(lines[2]).toContain('今日まで3件');
    expect(lines[3]).toContain('資格確認書の再交付（紛失）');
    expect(lines.at(-1)).toContain('その先3件');
    expect(screen.getByRole('gridcell', { name: /その先/ })).toHaveAttribute('aria-expanded', 'false');
    await expectAccessible();
  });

  it('has one tab stop and moves with the arrows and with J and K', async () => {
    officeWith(mockUpTasks());
    const { user } = renderApp('/inbox');
    await grid();
    expect(screen.getAllByRole('row').filter((row) => row.tabIndex === 0)).toHaveLength(1);
    await user.keyboard('{ArrowDown}{ArrowDown}j');
    await waitFor(() => expect(rowOf(/資格喪失届の入力/)).toHaveFocus());
    await user.keyboard('k');
    await waitFor(() => expect(rowOf(/R8-資-004512/)).toHaveFocus());
    expect(screen.getAllByRole('row').filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });

  it('says first why a returned task is here', async () => {
    officeWith(mockUpTasks());
    const { user } = renderApp('/inbox');
    await grid();
    await user.keyboard('n');
    const preview = screen.getByRole('complementary', { name: '選んだ仕事の内容' });
    expect(await within(preview).findByText('流星 一郎さんから 2項目')).toBeVisible();
    expect(within(preview).getByText('郵便番号：原本と合わない')).toBeVisible();
    expect(within(preview).getByRole('button', { name: /開いて直す/ })).toBeVisible();
  });

  it('settles a claim of several row by row and says who was faster', async () => {
    const [one, two] = [aTask({ title: '一つ目', dueState: 'soon' }), aTask({ title: '二つ目', dueState: 'soon' })];
    const office = officeWith([one, two]).on('POST', '/api/tasks/claim', () => ok({
      results: [{ id: one.id, ok: true, task: { ...one, claimedBy: me, version: 2 } }, { id: two.id, ok: false, code: 'casework.task.claimed-by-other', params: { name: '雨音' } }],
    }));
    const { user } = renderApp('/inbox/team');
    await grid();
    await user.keyboard('{Control>}a{/Control}c');
    expect(await screen.findByText('1件を引き受けました。')).toBeVisible();
    expect(office.asked.at(-1)?.body ?? office.asked.find(({ path }) => path.endsWith('claim'))?.body).toBeDefined();
    expect(office.asked.find(({ path }) => path.endsWith('claim'))?.body).toEqual({ ids: [one.id, two.id] });
    expect(rowOf(/二つ目/)).toHaveAttribute('aria-selected', 'true');
    expect(rowOf(/一つ目/)).toHaveAttribute('aria-selected', 'false');
  });

  it('offers no checking, approving or returning of several at once', async () => {
    officeWith([aTask({ duty: 'check', dueState: 'soon', allowed: ['open', 'claim', 'check', 'return', 'approve'] })]);
    const { user } = renderApp('/inbox/check');
    await grid();
    await user.keyboard('{Control>}a{/Control}');
    const bar = screen.getByText('1件を選択中').parentElement!;
    expect(within(bar).getAllByRole('button').map((button) => button.textContent)).toEqual(['引き受ける', '選択をやめる']);
  });

  it('puts on hold only with a reason and a later day', async () => {
    const held = aTask({ title: '止める仕事', dueState: 'soon', allowed: ['hold'], claimedBy: me });
    const office = officeWith([held]).on('POST', `/api/tasks/${held.id}/hold`, () => ok({ ...held, status: 'hold', version: 2 }));
    const { user } = renderApp('/inbox');
    await grid();
    await user.keyboard('h');
    await user.click(screen.getByRole('button', { name: '保留にする' }));
    expect(screen.getByText('理由が空いています。どれかを選んでください。')).toBeVisible();
    expect(office.asked.some(({ method }) => method === 'POST')).toBe(false);
    await user.click(screen.getByRole('radio', { name: '書類を待つ' }));
    await user.type(screen.getByLabelText('いつまで'), '2999-01-05');
    await user.click(screen.getByRole('button', { name: '保留にする' }));
    expect(await screen.findByText('1件を保留にしました。')).toBeVisible();
    const asked = office.asked.find(({ method }) => method === 'POST')!;
    expect(asked.body).toEqual({ reason: '書類を待つ', until: '2999-01-05' });
    expect(asked.headers.get('If-Match')).toBe('"1"');
    expect(asked.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('announces new rows and moves none until asked', async () => {
    const first = aTask({ title: '前からある仕事', dueState: 'soon' });
    let rows = [first];
    new MockOffice().on('GET', '/api/tasks', () => ok({ rows, counts, next: null, asOf: '' })).install();
    const { client } = renderApp('/inbox');
    await grid();
    rows = [aTask({ title: '新しい仕事', dueState: 'over' }), first];
    await act(async () => { await client.refetchQueries({ queryKey: ['tasks-now'] }); });
    expect(await screen.findByText('1件ふえました')).toBeVisible();
    expect(screen.queryByText('新しい仕事')).toBeNull();
  });

  it('keeps few rows in the document however many there are', async () => {
    officeWith(manyTasks(500));
    renderApp('/inbox/team');
    await grid();
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', String(1 + 3 + 200));
  });

  it('tells an empty list as good news', async () => {
    officeWith([]);
    renderApp('/inbox');
    expect(await screen.findByRole('heading', { name: '今日の仕事は終わりました' })).toBeVisible();
    expect(screen.getByText('係の仕事が48件あります。')).toBeVisible();
    expect(screen.getByRole('link', { name: '引き受ける仕事をえらぶ' })).toBeVisible();
  });
});

import { screen, within } from '@testing-library/react';
import { setLanguage } from '@/i18n';
import { expectAccessible } from '@/testing/axe';
import { events, flowOf, overview, stamps } from '@/testing/demo-case';
import { MockOffice, ok, refuse } from '@/testing/mock-office';
import { renderApp } from '@/testing/render';

const counts = { mine: 0, check: 0, returned: 0, waiting: 0, team: 0, overdue: 0 };
const office = () =>
  new MockOffice()
    .on('GET', '/api/tasks', ok({ rows: [], counts, next: null, asOf: '' }))
    .on('GET', '/api/cases/:no', ok(overview))
    .on('GET', '/api/cases/:no/flow', ok({ ...flowOf(''), xml: null }))
    .on('GET', '/api/cases/:no/history', ok({ events, stamps }))
    .on('GET', '/api/cases/:no/readers', ok({ readers: [{ ...events[0]!, kind: 'case.opened-page', purpose: 'case:overview' }] }))
    .install();
const at = '/cases/R8-資-004512';

describe('案件', () => {
  beforeEach(() => setLanguage('ja'));

  it('shows whose case it is, how far, how late and who stamped', async () => {
    office();
    renderApp(at);
    expect(await screen.findByRole('heading', { level: 1, name: /資格取得届（社保離脱）/ })).toHaveTextContent('確認待ち');
    expect(screen.getByText('昭和55年3月1日（46歳）')).toBeVisible();
    expect(screen.getByText('個人番号 登録・照合済み')).toBeVisible();
    expect(screen.getByRole('list', { name: '決裁欄' })).toHaveTextContent('朧月 恵');
    expect(screen.getByText('この案件を見たことは記録されます')).toBeVisible();
    await expectAccessible();
  });

  it('tells the story newest first, joined by two people, without the small steps on the way', async () => {
    office();
    const { user } = renderApp(`${at}?tab=history`);
    expect(await screen.findByText('2項目：読みちがい（数字）、原本と合わない・端末 KH-021')).toBeVisible();
    expect(screen.queryByText('受付の項目を照合しました')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: '照合や下書きも出す' }));
    expect(screen.getByText('受付の項目を照合しました')).toBeVisible();
    const pairs = screen.getByRole('list', { name: '工程ごとの入力と確認' });
    expect(within(pairs).getByRole('img', { name: '入力 朧月 恵、確認 まだ' })).toBeVisible();
  });

  it('offers the withdrawal only while the server says that it is possible', async () => {
    office();
    const first = renderApp(at);
    expect(await screen.findByRole('button', { name: '取下げを受け付ける' })).toBeVisible();
    first.unmount();
    office().on('GET', '/api/cases/:no', ok({ ...overview, withdrawable: false }));
    renderApp(at);
    expect(await screen.findByRole('button', { name: '書類を加える' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '取下げを受け付ける' })).toBeNull();
  });

  it('adds a paper with the same questions as the entry, and offers it only to those who may', async () => {
    office();
    const first = renderApp(at);
    await first.user.click(await screen.findByRole('button', { name: '書類を加える' }));
    const dialog = await screen.findByRole('dialog', { name: '書類を加えます' });
    expect(within(dialog).getByRole('combobox')).toBeVisible();
    first.unmount();
    office().on('GET', '/api/cases/:no', ok({ ...overview, takesPapers: false }));
    renderApp(at);
    expect(await screen.findByRole('button', { name: '取下げを受け付ける' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '書類を加える' })).toBeNull();
  });

  it('moves between its tabs with the digits and keeps the tab in the address', async () => {
    office();
    const { user, router } = renderApp(at);
    await screen.findByRole('tab', { name: '概要' });
    await user.keyboard('8');
    expect(await screen.findByRole('columnheader', { name: '見た人' })).toBeVisible();
    expect(router.state.location.search).toBe('?tab=readers');
    expect(screen.getByRole('tab', { name: '見た人の記録' })).toHaveAttribute('aria-selected', 'true');
  });

  it('reads the diagram as a list of the same facts', async () => {
    office();
    const { user } = renderApp(at);
    await user.click(await screen.findByRole('button', { name: '一覧で読む' }));
    expect(screen.getByText(/入力 夕凪 美咲・確認 流星 一郎・2回/)).toBeVisible();
  });

  it('fails in one part alone', async () => {
    office().on('GET', '/api/cases/:no/flow', refuse(500, 'http.500'));
    renderApp(at);
    expect(await screen.findByText('流れ図を読み込めませんでした。')).toBeVisible();
    expect(screen.getByText(/番号 E-0500/)).toBeVisible();
    expect(screen.getByRole('heading', { name: '人・世帯' })).toBeVisible();
  });

  it('says why a case stays closed and what to do', async () => {
    office().on('GET', '/api/cases/:no', refuse(403, 'casework.case.not-yours'));
    renderApp(at);
    expect(await screen.findByRole('heading', { name: 'この案件は、あなたは開けません' })).toBeVisible();
    expect(screen.getByText('この案件は、あなたの係のものではありません。')).toBeVisible();
  });

  it('never shows a personal number or asks for one', async () => {
    office();
    renderApp(at);
    await screen.findByRole('heading', { level: 1 });
    expect(document.body.textContent).not.toMatch(/\d{12}/);
  });
});

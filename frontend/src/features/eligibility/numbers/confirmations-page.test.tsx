import { screen, waitFor, within } from '@testing-library/react';
import { setLanguage } from '@/i18n';
import { requirement } from '@/testing/requirement';
import { expectAccessible } from '@/testing/axe';
import { demoOffice } from '@/testing/demo-office';
import { clerk, ok, refuse } from '@/testing/mock-office';
import { renderApp } from '@/testing/render';

const empty = { rows: [], counts: { open: 0, settled: 0 }, next: null, maySettle: true };

describe('個人番号の確認リスト', () => {
  requirement('ACQ-17', 'ACQ-18');
  beforeEach(() => setLanguage('ja'));

  it('says who, what differs, in which notice and since when, without any number', async () => {
    demoOffice().install();
    renderApp('/numbers');
    const row = await screen.findByRole('row', { name: /髙空/ });
    expect(row).toHaveTextContent('令和8年11月12日');
    expect(row).toHaveTextContent('届の番号が空いていた');
    expect(within(row).getByRole('link', { name: 'R8-資-004512' })).toBeVisible();
    expect(screen.getByText('リストを見たことは記録されます')).toBeVisible();
    expect(document.body.textContent).not.toMatch(/(?<!\d)\d{12}(?!\d)/);
    await expectAccessible();
  });

  it('starts the case of two people once, and leads to the one that runs already', async () => {
    const office = demoOffice().install().on('POST', '/api/cases', () => ok({ caseId: 'c', caseNo: 'R8-番-000009', taskId: 't-9' }));
    const { user, router } = renderApp('/numbers');
    expect(within(await screen.findByRole('row', { name: /夕凪/ })).getByRole('link', { name: 'R8-番-000003' })).toBeVisible();
    await user.dblClick(screen.getByRole('button', { name: '髙空　健太さんの番号を調べる' }));
    await waitFor(() => expect(router.state.navigation.location?.pathname ?? router.state.location.pathname).toBe('/tasks/t-9'));
    const asked = office.asked.filter(({ path }) => path === '/api/cases');
    expect(asked).toHaveLength(1);
    expect(asked[0]!.body).toMatchObject({ kind: 'number-confirmation', params: { confirmation: '12' } });
  });

  it('keeps the filter in the address and shows how settled rows were settled', async () => {
    demoOffice().install();
    const { user, router } = renderApp('/numbers');
    await user.click(await screen.findByRole('button', { name: /済んだもの/ }));
    expect(await screen.findByRole('row', { name: /雨音/ })).toHaveTextContent('番号を登録した');
    expect(router.state.location.search).toBe('?state=settled');
    expect(screen.queryByRole('button', { name: /調べる$/ })).toBeNull();
  });

  it('moves from person to person by the arrows', async () => {
    demoOffice().install();
    const { user } = renderApp('/numbers');
    await screen.findByRole('row', { name: /髙空/ });
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('link', { name: '夕凪　葉子' })).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('link', { name: '髙空　健太' })).toHaveFocus();
  });

  it('offers no start to whoever only reads', async () => {
    demoOffice().install().on('GET', '/api/number-confirmations', () => ok({ ...empty, rows: [], maySettle: false }));
    renderApp('/numbers');
    expect(await screen.findByRole('heading', { name: '調べる人はいません' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /調べる$/ })).toBeNull();
    await expectAccessible();
  });

  it('says what to do when the row is taken or the list does not come', async () => {
    const office = demoOffice().install().on('POST', '/api/cases', refuse(409, 'eligibility.confirmation.being-settled', { detail: 'この行は、もうほかの案件で調べています。' }));
    const { user, unmount } = renderApp('/numbers');
    await user.click(await screen.findByRole('button', { name: '髙空　健太さんの番号を調べる' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('もうほかの案件で調べています');
    unmount();
    office.on('GET', '/api/number-confirmations', refuse(503, 'http.503'));
    renderApp('/numbers');
    expect(await screen.findByRole('alert')).toHaveTextContent('番号の確認リスト');
    expect(screen.getByRole('button', { name: 'もう一度読み込む' })).toBeVisible();
  });

  it('does not open for other duties', async () => {
    const office = demoOffice().install();
    renderApp('/numbers', { me: { ...clerk, roles: ['levy-clerk'], menu: ['inbox', 'search'] } });
    expect(await screen.findByRole('heading', { name: 'この画面は、あなたの職務では開けません' })).toBeVisible();
    expect(office.asked.some(({ path }) => path === '/api/number-confirmations')).toBe(false);
  });

  it('speaks English', async () => {
    setLanguage('en');
    demoOffice().install();
    renderApp('/numbers');
    expect(await screen.findByRole('row', { name: /髙空/ })).toHaveTextContent('Left blank in the notice');
    expect(screen.getByRole('heading', { name: 'Numbers to confirm' })).toBeVisible();
  });
});

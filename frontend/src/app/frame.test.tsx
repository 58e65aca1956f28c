import { screen, within } from '@testing-library/react';
import { setLanguage } from '@/i18n';
import { expectAccessible } from '@/testing/axe';
import { clerk, MockOffice, ok } from '@/testing/mock-office';
import { renderApp } from '@/testing/render';

const counts = { mine: 12, check: 7, returned: 2, waiting: 9, team: 48, overdue: 0 };
const office = () => new MockOffice().on('GET', '/api/tasks', () => ok({ rows: [], counts, next: null, asOf: '2026-11-20T10:42:00+09:00' })).install();

describe('the frame', () => {
  beforeEach(() => { office(); setLanguage('ja'); });

  it('has its landmarks in order and says where one is', async () => {
    renderApp('/nowhere');
    await screen.findByText('その画面は見つかりませんでした');
    const landmarks = [...document.querySelectorAll('a[href="#main"], header, nav, main, footer')].map((element) => element.tagName);
    expect(landmarks).toEqual(['A', 'HEADER', 'NAV', 'MAIN', 'FOOTER']);
    expect(screen.getByText('端末 KH-014')).toBeVisible();
    await expectAccessible();
  });

  it('shows only what the person may open, with counts', async () => {
    renderApp('/nowhere');
    const menu = await screen.findByRole('navigation', { name: '主なメニュー' });
    expect(await within(menu).findByText('48')).toBeVisible();
    expect(within(menu).getByRole('link', { name: /自分の仕事 ?12/ })).toBeVisible();
    expect(within(menu).queryByText('職員と権限')).toBeNull();
  });

  it('changes the language at once and keeps what was typed', async () => {
    const { user } = renderApp('/nowhere');
    const box = await screen.findByRole('textbox', { name: '氏名・記号番号・案件番号でさがす' });
    await user.type(box, 'たかぞら');
    await user.click(screen.getByRole('button', { name: 'English' }));
    expect(screen.getByRole('textbox', { name: 'Search name, insured number, case number' })).toHaveValue('たかぞら');
    expect(document.documentElement.lang).toBe('en');
  });

  it('opens the list of keys with F1 and the search box with F3', async () => {
    const { user } = renderApp('/nowhere');
    await screen.findByText('その画面は見つかりませんでした');
    await user.keyboard('{F3}');
    expect(screen.getByRole('textbox')).toHaveFocus();
    await user.keyboard('{F1}');
    expect(screen.getByRole('dialog', { name: 'この画面で使えるキー' })).toBeVisible();
  });

  it('tells a person without duties whom to ask', async () => {
    renderApp('/nowhere', { me: { ...clerk, roles: [], menu: [] } });
    expect(await screen.findByRole('heading', { name: 'あなたに登録された職務がありません' })).toBeVisible();
  });
});

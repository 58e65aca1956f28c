import { screen, within } from '@testing-library/react';
import { setLanguage } from '@/i18n';
import { requirement } from '@/testing/requirement';
import { expectAccessible } from '@/testing/axe';
import { demoOffice } from '@/testing/demo-office';
import { clerk, ok } from '@/testing/mock-office';
import { renderApp } from '@/testing/render';

const administrator = { ...clerk, officer: { ...clerk.officer, no: '1020', name: '管理　太郎' }, roles: ['administrator'], menu: ['staff', 'terminals', 'inbox'] };

describe('職員と権限・端末', () => {
  requirement('AUTH-01');
  beforeEach(() => setLanguage('ja'));

  it('shows people and rights as one matrix', async () => {
    demoOffice().install();
    renderApp('/admin/staff', { me: administrator });
    const row = await screen.findByRole('row', { name: /流星/ });
    expect(within(row).getAllByText(/^あり/)).toHaveLength(2);
    expect(screen.getByText('「管理」は、ほかの職務といっしょに持てません。')).toBeVisible();
    await expectAccessible();
  });

  it('starts the case of two people for a change, and refuses a forbidden pair', async () => {
    const office = demoOffice().install().on('POST', '/api/cases', () => ok({ caseId: 'c', caseNo: 'R8-管-000001', taskId: 't-1' }));
    const { user, router } = renderApp('/admin/staff', { me: administrator });
    await user.click(await screen.findByRole('button', { name: '霧雨　亮さんの権限を変える' }));
    const role = screen.getByRole('combobox', { name: '職務' });
    await user.selectOptions(role, 'administrator');
    expect(screen.getByText(/資格を持つ人には与えられません/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '申請の入力へ進む' }));
    expect(office.asked.some(({ method }) => method === 'POST')).toBe(false);
    await user.selectOptions(role, 'eligibility-clerk');
    expect(screen.getByText(/なくす申請です/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '申請の入力へ進む' }));
    await vi.waitFor(() => expect(router.state.navigation.location?.pathname ?? router.state.location.pathname).toBe('/tasks/t-1'), 20_000);
    expect(office.asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ kind: 'access-right', params: { officerNo: '1003', change: 'end', role: 'eligibility-clerk' } });
  });

  it('lets nobody change his own rights', async () => {
    const office = demoOffice().install();
    const { user } = renderApp('/admin/staff', { me: administrator });
    await user.click(await screen.findByRole('button', { name: '管理　太郎さんの権限を変える' }));
    expect(screen.getByText(/自分の権限は、自分では変えられません/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '申請の入力へ進む' }));
    expect(office.asked.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('lists terminals with what they may do and when they were used', async () => {
    demoOffice().install();
    renderApp('/admin/terminals', { me: administrator });
    const row = await screen.findByRole('row', { name: /KH-014/ });
    expect(row).toHaveTextContent('この端末');
    expect(row).toHaveTextContent('窓口に向いています');
    await expectAccessible();
  });

  it('says to a clerk why the page does not open and what to do', async () => {
    const office = demoOffice().install();
    renderApp('/admin/staff');
    expect(await screen.findByRole('heading', { name: 'この画面は、あなたの職務では開けません' })).toBeVisible();
    expect(screen.getByText(/管理の職員が使う画面です。あなたの職務は 窓口・資格 です。/)).toBeVisible();
    expect(office.asked.some(({ path }) => path === '/api/staff')).toBe(false);
  });
});

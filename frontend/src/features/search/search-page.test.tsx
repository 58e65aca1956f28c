import { screen } from '@testing-library/react';
import { setLanguage } from '@/i18n';
import { looksLikePersonalNumber } from '@/components/personal-number';
import { expectAccessible } from '@/testing/axe';
import { demoOffice } from '@/testing/demo-office';
import { renderApp } from '@/testing/render';

describe('さがす', () => {
  beforeEach(() => setLanguage('ja'));

  it('shows results by kind with two facts each and names folded variants', async () => {
    demoOffice().install();
    const { user, router } = renderApp('/search');
    await user.type(await screen.findByRole('textbox', { name: 'さがす言葉' }), '高空{Enter}');
    expect(await screen.findByRole('link', { name: '髙空 健太' })).toBeVisible();
    expect(screen.getByText('字をまとめてさがしました：髙=高')).toBeVisible();
    expect(router.state.location.search, 'no name in an address').toBe('');
    await expectAccessible();
  });

  it.each(['000000000000', '0000-0000-0000', '００００　００００　００００'])('refuses a personal number before sending: %s', async (number) => {
    const office = demoOffice().install();
    const { user, router } = renderApp('/search');
    await user.type(await screen.findByRole('textbox', { name: 'さがす言葉' }), `${number}{Enter}`);
    expect(await screen.findByText('個人番号ではさがせません')).toBeVisible();
    expect(office.asked.filter(({ path }) => path === '/api/search')).toEqual([]);
    expect(JSON.stringify(router.state.location)).not.toContain('0000');
    expect(screen.getByRole('textbox', { name: 'さがす言葉' })).toHaveValue('');
  });

  it('refuses it in the box of the top bar too', async () => {
    const office = demoOffice().install();
    const { user } = renderApp('/nowhere');
    await user.type(await screen.findByRole('textbox'), '000000000000{Enter}');
    expect(await screen.findByText('個人番号ではさがせません')).toBeVisible();
    expect(office.asked.filter(({ path }) => path === '/api/search')).toEqual([]);
  });

  it('knows a number in any width and leaves other numbers alone', () => {
    expect(looksLikePersonalNumber('0000‐0000‐0000')).toBe(true);
    expect(looksLikePersonalNumber('00000000000')).toBe(false);
    expect(looksLikePersonalNumber('R8-資-004512')).toBe(false);
  });

  it('says what else was tried when nothing is found', async () => {
    demoOffice().install();
    const { user } = renderApp('/search');
    await user.type(await screen.findByRole('textbox', { name: 'さがす言葉' }), '高空 健汰{Enter}');
    expect(await screen.findByRole('heading', { name: '「高空 健汰」は見つかりませんでした' })).toBeVisible();
  });
});

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { setLanguage } from '@/i18n';
import { expectAccessible } from '@/testing/axe';
import { demoOffice } from '@/testing/demo-office';
import { ok } from '@/testing/mock-office';
import { renderPart } from '@/testing/render';
import { requirement } from '@/testing/requirement';
import { AddPaper } from './add-paper';
import { firstOpen, moved, rectOf, resized, statement } from './masks';

const scan = new File(['x'], 'scan.png', { type: 'image/png' });

/** The dialog open, an unknown layout chosen, its first page shown. */
const opened = async () => {
  const office = demoOffice().install().on('POST', '/api/cases/:caseNo/documents', () => ok({ id: 'd-9', title: '委任状', pages: [{ no: 1, width: 1, height: 1 }, { no: 2, width: 1, height: 1 }] }));
  const added = vi.fn();
  const { user } = renderPart(<AddPaper caseNo="R8-資-004512" onAdded={added} />);
  await user.click(screen.getByRole('button', { name: '書類を加える' }));
  await user.upload(screen.getByLabelText('読み取ったファイル'), scan);
  await user.selectOptions(screen.getByLabelText('書類の種類'), 'other');
  await user.type(screen.getByLabelText('書類の名前'), '委任状');
  await screen.findByRole('img', { name: '2ページのうち 1ページ' });
  const kept = () => office.asked.filter(({ path }) => path.endsWith('/documents'));
  return { user, added, kept };
};

describe('手で隠す', () => {
  requirement('MANUAL-02');
  beforeEach(() => setLanguage('ja'));

  it('keeps no page of which nobody has said whether a number stands on it', async () => {
    const { user, kept } = await opened();
    await user.click(screen.getByRole('button', { name: '加える' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('1ページ目の個人番号の有無が、まだです');
    expect(kept()).toHaveLength(0);
    await user.click(await screen.findByRole('checkbox', { name: 'このページに個人番号はない' }));
    await user.click(screen.getByRole('button', { name: '加える' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('2ページ目');
    await screen.findByRole('img', { name: '2ページのうち 2ページ' });
    expect(kept()).toHaveLength(0);
    await expectAccessible();
  });

  it('hides by keys alone and sends what was drawn', async () => {
    const { user, kept, added } = await opened();
    await user.click(screen.getByRole('button', { name: '隠す所を加える' }));
    const place = screen.getByRole('button', { name: '隠す所 1' });
    expect(place).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowDown}{Shift>}{ArrowRight}{/Shift}');
    expect(screen.getByRole('checkbox', { name: 'このページに個人番号はない' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: '次のページ' }));
    await screen.findByRole('img', { name: '2ページのうち 2ページ' });
    await user.click(screen.getByRole('checkbox', { name: 'このページに個人番号はない' }));
    await user.click(screen.getByRole('button', { name: '加える' }));
    await waitFor(() => expect(added).toHaveBeenCalledOnce());
    const body = kept()[0]!.body as FormData;
    expect(JSON.parse(String(body.get('masks')))).toEqual([{ page: 1, box: [0.39, 0.47, 0.25, 0.05] }]);
    expect(body.get('template')).toBeNull();
  });

  it('hides by mouse, and takes a place away with Delete', async () => {
    const { user } = await opened();
    const sheet = screen.getByTestId('mask-sheet');
    sheet.getBoundingClientRect = () => ({ left: 0, top: 0, width: 100, height: 200, right: 100, bottom: 200, x: 0, y: 0, toJSON: () => ({}) });
    fireEvent(sheet, new MouseEvent('pointerdown', { bubbles: true, button: 0, clientX: 50, clientY: 40 }));
    fireEvent(sheet, new MouseEvent('pointermove', { bubbles: true, clientX: 20, clientY: 80 }));
    fireEvent(sheet, new MouseEvent('pointerup', { bubbles: true }));
    const place = screen.getByRole('button', { name: '隠す所 1' });
    expect(place).toHaveStyle({ left: '20%', top: '20%', width: '30%', height: '20%' });
    place.focus();
    await user.keyboard('{Delete}');
    expect(screen.queryByRole('button', { name: '隠す所 1' })).toBeNull();
  });

  it('forgets what was drawn when another file is chosen', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('button', { name: '隠す所を加える' }));
    await user.upload(screen.getByLabelText('読み取ったファイル'), new File(['y'], 'other.png', { type: 'image/png' }));
    await screen.findByRole('img', { name: '2ページのうち 1ページ' });
    expect(screen.queryByRole('button', { name: '隠す所 1' })).toBeNull();
  });

  it('keeps every frame on its page', () => {
    expect(rectOf([0.5, 0.4], [-0.2, 2])).toEqual([0, 0.4, 0.5, 0.6]);
    expect(moved([0.9, 0, 0.1, 0.1], 0.05, -0.05)).toEqual([0.9, 0, 0.1, 0.1]);
    expect(resized([0.9, 0, 0.1, 0.1], 0.05, -0.5)).toEqual([0.9, 0, 0.1, 0.01]);
    expect(firstOpen(2, { 1: { boxes: [], none: true } })).toBe(2);
    expect(statement({ 1: { boxes: [], none: true }, 2: { boxes: [[0, 0, 1, 1]], none: false } })).toEqual([{ page: 2, box: [0, 0, 1, 1] }]);
  });
});

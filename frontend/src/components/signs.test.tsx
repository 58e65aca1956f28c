import { render, screen } from '@testing-library/react';
import { stamps } from '@/testing/demo-case';
import { expectAccessible } from '@/testing/axe';
import { DueLabel, SealPair, sealName, StampBox, StatusChip, type ChipLook } from '.';

describe('signs', () => {
  it('cut a family name to two characters and never through a character', () => {
    expect(sealName('夕凪 美咲')).toBe('夕凪');
    expect(sealName('星月夜　花')).toBe('星月');
    expect(sealName('𠮷野 見本')).toBe('𠮷野');
    expect(sealName('辻\u{E0100}川 見本')).toBe('辻\u{E0100}川');
    expect(sealName('アン・グエン')).toBe('アン');
  });

  it('name both people for those who do not see the seals', () => {
    render(<SealPair doer="夕凪 美咲" checker={null} />);
    expect(screen.getByRole('img', { name: '入力 夕凪 美咲、確認 まだ' })).toBeVisible();
  });

  it('say the status in a word and a shape of its own each', () => {
    const looks: ChipLook[] = ['new', 'doing', 'second', 'returned', 'done', 'hold'];
    const { container } = render(<>{looks.map((look) => <StatusChip key={look} look={look} />)}</>);
    const chips = [...container.children];
    expect(new Set(chips.map((chip) => chip.textContent)).size).toBe(6);
    expect(new Set(chips.map((chip) => chip.querySelector('svg')!.innerHTML)).size).toBe(6);
  });

  it.each([
    ['over', -1, '1営業日超過'],
    ['today', 0, '今日 17:15'],
    ['soon', 2, '11月25日（水）あと2営業日'],
    ['later', 9, '11月25日（水）あと9営業日'],
  ] as const)('say how late: %s', (state, days, text) => {
    const { container } = render(<DueLabel due="2026-11-25T17:15:00+09:00" state={state} businessDays={days} />);
    expect(container).toHaveTextContent(text);
  });

  it('show each round in the stamp box with a word for who is still awaited', async () => {
    render(<StampBox stamps={stamps} />);
    const cells = screen.getAllByRole('listitem').map((cell) => cell.textContent);
    expect(cells).toHaveLength(6);
    expect(cells[4]).toContain('審査');
    expect(cells[4]).toContain('朧月 恵');
    expect(cells[5]).toContain('まだ');
    await expectAccessible();
  });
});

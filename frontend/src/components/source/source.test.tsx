import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Splitter } from '@/components/splitter';
import { expectAccessible } from '@/testing/axe';
import { sources } from '@/testing/work';
import { inHand, spotOf } from './evidence';
import { SourceViewer } from './source-viewer';

describe('原本の場所', () => {
  const step = '0,0.064;4:-0.2458';
  it('書類と紙と升目を見つける', () => {
    expect(spotOf('loss-cert:1:0.6429,0.3098,0.2762,0.0404', sources)).toEqual({ source: 'paper-2', page: 1, box: [0.6429, 0.3098, 0.2762, 0.0404] });
    expect(spotOf('hand:papers', sources)).toBeNull();
    expect(spotOf('unknown:1:0,0,1,1', sources)).toBeNull();
    expect([inHand('hand:papers'), inHand('acq-notice:1:0,0,1,1')]).toEqual(['papers', null]);
  });
  it('2人目からは下へ、5人目からはつぎの紙へ', () => {
    const at = (row: number) => spotOf('acq-notice:1:0.1095,0.4108,0.219,0.0269', sources, row, step)!;
    expect([at(0).page, at(1).page, at(4).page]).toEqual([1, 1, 2]);
    expect(at(1).box[1]).toBeCloseTo(0.4748, 3);
    expect(at(4).box[1]).toBeCloseTo(0.165, 3);
    expect(spotOf('acq-notice:2:0.1,0.4,0.2,0.02', sources, 4, step)).toBeNull();
  });
});

describe('原本を見る', () => {
  it('示す所のある紙を開き、囲む。紙をめくり、大きくし、回せる', async () => {
    const { container } = render(<SourceViewer sources={sources} spot={spotOf('loss-cert:1:0.6429,0.3098,0.2762,0.0404', sources)} duty="do" following="示す" />);
    expect(screen.getByRole('tab', { name: /喪失証明書/ })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('img')).toHaveAttribute('src', '/api/documents/paper-2/pages/1');
    expect(container.querySelector('.mark')).toHaveStyle({ left: '64.29%' });
    fireEvent.click(screen.getByRole('button', { name: /示す/ }));
    expect(container.querySelector('.mark')).toBeNull();
    fireEvent.click(screen.getByRole('tab', { name: /資格取得届/ }));
    fireEvent.click(screen.getByRole('button', { name: 'つぎの紙' }));
    expect(screen.getByRole('img')).toHaveAttribute('src', '/api/documents/paper-1/pages/2');
    fireEvent.click(screen.getByRole('button', { name: '大きく' }));
    fireEvent.click(screen.getByRole('button', { name: '右へ回す' }));
    expect(container.querySelector('.sheet')).toHaveStyle({ width: '125%' });
    fireEvent.error(screen.getByRole('img'));
    expect(screen.getByRole('alert')).toHaveTextContent('紙の画像を読み込めませんでした。');
    await expectAccessible(container);
  });
});

it('左右の境はキーで動き、端で止まり、覚えている', () => {
  const { unmount } = render(<Splitter left={<p>左</p>} right={<p>右</p>} />);
  const edge = screen.getByRole('separator', { name: '原本と入力の境' });
  expect(edge).toHaveAttribute('aria-valuenow', '43');
  fireEvent.keyDown(edge, { key: 'ArrowRight' });
  expect(edge).toHaveAttribute('aria-valuenow', '45');
  fireEvent.keyDown(edge, { key: 'End' });
  fireEvent.keyDown(edge, { key: 'ArrowRight' });
  expect(edge).toHaveAttribute('aria-valuenow', '65');
  unmount();
  render(<Splitter left={<p>左</p>} right={<p>右</p>} />);
  expect(screen.getByRole('separator')).toHaveAttribute('aria-valuenow', '65');
});

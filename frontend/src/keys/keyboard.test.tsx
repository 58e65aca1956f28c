import { fireEvent, render, screen } from '@testing-library/react';
import { localKeys, setSingleKeys, useKeys } from '.';

const Page = ({ onClaim, onMain, onMove = () => undefined }: { onClaim: () => void; onMain: () => void; onMove?: () => void }) => {
  useKeys('list', { 'list.claim': onClaim, 'list.down': onMove });
  useKeys('entry', { 'entry.complete': onMain });
  return <input aria-label="氏名" />;
};

describe('shortcuts', () => {
  it('do nothing while the input method composes', () => {
    const onMain = vi.fn();
    render(<Page onClaim={vi.fn()} onMain={onMain} />);
    fireEvent.keyDown(screen.getByLabelText('氏名'), { key: 'F12', isComposing: true });
    fireEvent.keyDown(screen.getByLabelText('氏名'), { key: 'F12', keyCode: 229 });
    expect(onMain).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByLabelText('氏名'), { key: 'F12' });
    expect(onMain).toHaveBeenCalledTimes(1);
  });

  it('take a letter by its place on the keyboard, never inside an input, and not at all when switched off', () => {
    const onClaim = vi.fn();
    render(<Page onClaim={onClaim} onMain={vi.fn()} />);
    fireEvent.keyDown(screen.getByLabelText('氏名'), { key: 'c', code: 'KeyC' });
    expect(onClaim).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'ｃ', code: 'KeyC' });
    expect(onClaim).toHaveBeenCalledTimes(1);
    setSingleKeys(false);
    fireEvent.keyDown(document.body, { key: 'c', code: 'KeyC' });
    expect(onClaim).toHaveBeenCalledTimes(1);
  });

  it('ignore a held key where repeating makes no sense', () => {
    const onMain = vi.fn();
    const onMove = vi.fn();
    render(<Page onClaim={vi.fn()} onMain={onMain} onMove={onMove} />);
    fireEvent.keyDown(document.body, { key: 'F12', repeat: true });
    fireEvent.keyDown(document.body, { key: 'ArrowDown', code: 'ArrowDown', repeat: true });
    expect(onMain).not.toHaveBeenCalled();
    expect(onMove).toHaveBeenCalledTimes(1);
  });

  it('of one widget are guarded in the same way', () => {
    const go = vi.fn();
    render(<div role="tablist" tabIndex={0} {...localKeys({ ArrowRight: go })} />);
    fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowRight', isComposing: true });
    expect(go).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByRole('tablist'), { key: 'ArrowRight' });
    expect(go).toHaveBeenCalledTimes(1);
  });
});

import { screen } from '@testing-library/react';
import type { CaseEvent } from '@/api';
import { renderPart } from '@/testing/render';
import { Readers } from './parts';

const read = (kind: string, over: Partial<CaseEvent> = {}): CaseEvent =>
  ({ at: '2026-11-22T16:10:00+09:00', kind, refusal: false, actors: [{ no: '110001', name: '架空　一' }], terminal: 'T-0001', ...over }) as CaseEvent;

describe('見た人の記録', () => {
  it('names the step that was opened and says why a register was read', () => {
    renderPart(<Readers readers={[read('task.opened', { purpose: 'task:review-notification', stepLabel: '審査' }), read('addressee.person', { purpose: 'judge-notification' })]} />);
    expect(screen.getByText('審査を開きました')).toBeInTheDocument();
    expect(screen.getByText('届に出た人の住民票（規則にあてるため）')).toBeInTheDocument();
  });
});

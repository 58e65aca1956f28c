import { readFileSync } from 'node:fs';
import { flowOf } from '@/testing/demo-case';
import { coloured, pathOf } from './flow-path';

const xml = readFileSync('../processes/eligibility/EnrollmentProcess.bpmn', 'utf8');

describe('通った道', () => {
  const path = pathOf(flowOf(xml));

  it('runs through every finished step, its gateway included, up to where the case is', () => {
    for (const id of ['StartEvent_NotificationReceived', 'Task_EnterReceiveNotification', 'Task_CheckReceiveNotification', 'Gateway_ReceiveNotificationConfirmed', 'Task_EnterStorePapers', 'Task_EnterReviewNotification']) {
      expect(path.states.get(id), id).toBe('past');
    }
    expect(path.states.get('Task_CheckReviewNotification')).toBe('now');
  });

  it('leaves what is to come and what only hangs on a boundary alone', () => {
    for (const id of ['Gateway_ReviewNotificationConfirmed', 'Step_DecideEnrollment', 'Task_EnterDecideEnrollment', 'Task_RemindEnterReviewNotification', 'BoundaryEvent_ReceiveNotificationWithdrawn', 'Step_WithdrawNotification']) {
      expect(path.states.get(id), id).toBeUndefined();
    }
  });

  it('takes the way back only where a round was returned', () => {
    const backOf = (gateway: string) => new DOMParser().parseFromString(xml, 'application/xml').querySelector(`[id="${gateway}"]`)!.getAttribute('default')!;
    expect(path.taken).toContain(backOf('Gateway_ReceiveNotificationConfirmed'));
    expect(path.taken).not.toContain(backOf('Gateway_StorePapersConfirmed'));
  });

  it('colours the drawing itself, so that arrow heads follow', () => {
    const drawn = new DOMParser().parseFromString(coloured(xml, path, { past: 'blue', now: 'purple', next: 'gray' }, { now: 'pink', plain: 'white', step: 'silver' }), 'application/xml');
    const stroke = (id: string) => drawn.querySelector(`[bpmnElement="${id}"]`)!.getAttribute('bioc:stroke');
    expect(stroke('Task_EnterReceiveNotification')).toBe('blue');
    expect(stroke('Task_CheckReviewNotification')).toBe('purple');
    expect(stroke('Task_EnterDecideEnrollment')).toBe('gray');
  });
});

import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '@/api';
import { expectAccessible } from '@/testing/axe';
import { clerk, MockOffice, ok, refuse } from '@/testing/mock-office';
import { renderPart } from '@/testing/render';
import { requirement } from '@/testing/requirement';
import { Cover } from './cover';

let office: MockOffice;
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  office = new MockOffice().on('POST', '/api/session/touch', ok({})).on('POST', '/api/session/cover', ok({})).on('GET', '/api/session', ok({ signedIn: true, officerNo: clerk.officer.no })).install();
});
afterEach(() => vi.useRealTimers());

const open = () => renderPart(<Cover me={clerk}><label>摘要<textarea defaultValue="" /></label></Cover>);
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));
const signedInAgain = (origin = window.location.origin) => act(async () => {
  window.dispatchEvent(new MessageEvent('message', { data: 'futari:reauthenticated', origin }));
  await vi.advanceTimersByTimeAsync(50);
});

describe('席を離れたとき', () => {
  it('4分で知らせ、続ければそのまま', async () => {
    open();
    await pass(239);
    expect(screen.queryByRole('dialog')).toBeNull();
    await pass(2);
    expect(screen.getByRole('dialog', { name: /あと\d+秒で画面を隠します/ })).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: '続ける' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await pass(100);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  it('5分で隠し、中身は読み上げからも消え、入れ直すと文字も位置もそのまま', async () => {
    requirement('AUTH-09');
    open();
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '摘要' });
    fireEvent.change(text, { target: { value: '入れかけの言葉' } });
    text.focus();
    text.setSelectionRange(2, 5);
    await pass(301);
    expect(screen.getByRole('dialog', { name: '席を離れたため、画面を隠しました' })).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(text.closest('[inert]')).not.toBeNull();
    expect(office.asked.some((one) => one.path === '/api/session/cover')).toBe(true);
    await pass(1);
    await signedInAgain('https://elsewhere.invalid');
    expect(screen.queryByRole('textbox')).toBeNull();
    await signedInAgain();
    await waitFor(() => expect(screen.getByRole('textbox', { name: '摘要' })).toBe(text));
    expect(text.value).toBe('入れかけの言葉');
    expect(document.activeElement).toBe(text);
    expect([text.selectionStart, text.selectionEnd]).toEqual([2, 5]);
  });
  it('ほかの人がログインしても、前の人の中身は出ない', async () => {
    open();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '前の人の言葉' } });
    office.on('GET', '/api/session', ok({ signedIn: true, officerNo: '2002' }));
    await pass(301);
    await signedInAgain();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('dialog')).toBeVisible();
  });
  it('何もできない間は、キーも届かない。axe に重い指摘がない', async () => {
    open();
    await pass(301);
    vi.useRealTimers();
    await expectAccessible();
  }, 30_000);
  it('ログインが終わったと言われたら、わけを言って隠す', async () => {
    office.on('GET', '/api/me', refuse(401, 'access.signed-out'));
    open();
    await act(async () => { await api('GET', '/api/me').catch(() => undefined); });
    expect(screen.getByRole('dialog', { name: 'ログインの時間が終わったため、画面を隠しました' })).toBeVisible();
  });
  it('打っているあいだは隠さない', async () => {
    open();
    for (let minute = 0; minute < 7; minute++) {
      await pass(60);
      fireEvent.keyDown(screen.getByRole('textbox'), { key: 'a' });
    }
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(office.asked.filter((one) => one.path === '/api/session/touch').length).toBeGreaterThan(3);
  });
});

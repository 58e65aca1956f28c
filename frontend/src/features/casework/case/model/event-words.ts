import { codeText, type CaseEvent } from '@/api';
import type { IconName, TimelineLook } from '@/components';
import { stepName } from '@/format/labels';
import { isMessageKey, type Translate } from '@/i18n';

interface Look { readonly look: TimelineLook; readonly icon: IconName }
const looks: Readonly<Record<string, Look>> = {
  'case.opened': { look: 'plain', icon: 'page' },
  'case.withdrawal': { look: 'returned', icon: 'back' },
  'case.interest-declared': { look: 'plain', icon: 'people' },
  'case.reminded': { look: 'plain', icon: 'clock' },
  'step.entered': { look: 'entry', icon: 'pen' },
  'step.recalled': { look: 'entry', icon: 'back' },
  'step.drafted': { look: 'plain', icon: 'pen' },
  'step.confirmed': { look: 'check', icon: 'eye' },
  'step.returned': { look: 'returned', icon: 'back' },
  'effect.applied': { look: 'plain', icon: 'tick' },
  'mynumber.bind': { look: 'plain', icon: 'lock' },
  'mynumber.reveal': { look: 'over', icon: 'eye' },
};

export const lookOf = (event: CaseEvent): Look =>
  event.refusal ? { look: 'over', icon: 'alert' } : looks[event.kind] ?? { look: 'plain', icon: 'info' };

/** Small steps on the way that fill the list without telling the story; shown on demand. The server says which. */
export const isMinor = (event: CaseEvent): boolean => event.minor === true;

/** What happened, in the office's words. */
export function titleOf(event: CaseEvent, t: Translate): string {
  const key = event.refusal ? 'event.refused' : `event.${event.kind}`;
  const step = event.stepLabel ? stepName(event.stepLabel) : '';
  const effect = `effect.${String(event.what?.['effect'] ?? '')}`;
  const text = isMessageKey(key) ? t(key, { step, effect: isMessageKey(effect) ? t(effect) : String(event.what?.['effect'] ?? '') }) : step || t('event.other');
  return (event.round ?? 1) > 1 && event.kind.startsWith('step.') ? `${text}${t('event.round', { n: event.round! })}` : text;
}

const reasonWord = (reason: string, t: Translate): string => {
  const key = `reason.${reason}`;
  return isMessageKey(key) ? t(key) : reason;
};

/** The line below: how many fields and why, from where, what was refused. */
export function detailOf(event: CaseEvent, t: Translate): string {
  const what = event.what ?? {};
  if (event.refusal) return codeText(String(what['code'] ?? 'unknown'), {}, '');
  const parts: string[] = [];
  const fields = Array.isArray(what['fields']) ? (what['fields'] as { reason?: string }[]) : [];
  if (event.kind === 'step.returned' && fields.length > 0) {
    parts.push(`${t('event.fields', { n: fields.length })}：${[...new Set(fields.map(({ reason }) => reasonWord(reason ?? '', t)))].join('、')}`);
  }
  if (typeof what['until'] === 'string') parts.push(what['until']);
  if (event.terminal) parts.push(t('app.terminal', { no: event.terminal }));
  return parts.join('・');
}

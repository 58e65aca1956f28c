import { isMessageKey, type Translate } from '@/i18n';

/** 差し戻しの理由 (screens 8.4), in the order of the list. */
export const reasons = ['misread-digit', 'misread-character', 'mistyped', 'wrong-field', 'differs-from-source', 'unreadable', 'paper-missing', 'against-the-rule', 'other'] as const;
export type Reason = (typeof reasons)[number];

export const reasonText = (reason: string, t: Translate): string => {
  const key = `reason.${reason}`;
  return isMessageKey(key) ? t(key) : reason;
};

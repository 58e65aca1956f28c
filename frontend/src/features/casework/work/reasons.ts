import { isMessageKey, type Translate } from '@/i18n';

/** 差し戻しの理由 (screens 8.4), in the order of the list. */
export const reasons = ['misread-digits', 'misread-letters', 'mistyped', 'wrong-field', 'not-as-source', 'unreadable', 'document-missing', 'against-rule', 'other'] as const;
export type Reason = (typeof reasons)[number];

export const reasonText = (reason: string, t: Translate): string => {
  const key = `reason.${reason}`;
  return isMessageKey(key) ? t(key) : reason;
};

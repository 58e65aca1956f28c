import type { RefusedValue } from '@/jp';
import { isMessageKey, translate, type Language } from '@/i18n';

/** The sentence for a value that cannot be read (jp.<code>). */
export const refusalText = (label: string, refusal: Pick<RefusedValue, 'code' | 'params'>, language: Language): string => {
  const key = `jp.${refusal.code}`;
  return isMessageKey(key) ? translate(key, { label, ...refusal.params }, language) : translate('jp.unreadable', { label }, language);
};

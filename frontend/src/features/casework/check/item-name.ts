import type { Translate } from '@/i18n';

/** 生年月日（2人目） */
export const nameOf = (item: { readonly label: string; readonly row?: number | null }, t: Translate): string =>
  item.row === null || item.row === undefined ? item.label : t('check.ofPerson', { label: item.label, n: item.row + 1 });

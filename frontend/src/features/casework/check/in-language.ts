import type { Language } from '@/i18n';
import type { CheckWork } from '../work/types';

interface Named { readonly label: string; readonly en?: string | null }

const named = <T extends Named>(one: T): T => (one.en ? { ...one, label: one.en } : one);

/** The check as it is read in this language: where the form has an English name, English readers see that one. */
export const inLanguage = (work: CheckWork, language: Language): CheckWork =>
  language === 'ja' ? work : {
    ...work,
    items: work.items.map((item) => ({ ...named(item), ...(item.fields ? { fields: item.fields.map(named) } : {}) })),
    system: work.system.map(named),
  };

import type { Stamp } from '@/api';
import { Notice } from '@/components';
import { sealName } from '@/components/seal';
import { useT } from '@/i18n';
import { isLeftOut } from '../work/left-out';
import { reasonText } from '../work/reasons';
import type { EntryWork } from '../work/types';
import type { FormCounts } from './entry-form';
import styles from './entry.module.css';

/** 戻った項目: who sent how many fields back, what they wrote, and how many are done. The checker's values are never shown. */
export const ReturnedNote = ({ returned, stamps, counts }: { returned: NonNullable<EntryWork['returned']>; stamps: readonly Stamp[]; counts: FormCounts }) => {
  const t = useT();
  const by = returned.by?.name ?? stamps.filter((stamp) => stamp.outcome === 'returned').at(-1)?.checker?.name;
  const n = returned.fields.length;
  return (
    <Notice look="returned" actions={<span className={styles.progress}>{t('entry.progress', { done: counts.corrected, left: counts.toCorrect })}</span>}>
      <span><b>{by ? t('entry.returnedBy', { name: sealName(by), n }) : t('entry.returned', { n })}</b> {t('entry.returnedDo')}</span>
      {returned.fields.filter(isLeftOut).map((one) => <p key={one.key}>{one.label}{t('app.colon')}{one.note ?? reasonText(one.reason, t)}</p>)}
      {returned.note && <p>{returned.note}</p>}
    </Notice>
  );
};

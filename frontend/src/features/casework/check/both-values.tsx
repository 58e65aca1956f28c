import { useCallback, useState } from 'react';
import { DiffText } from '@/components/diff-text';
import type { FieldSpec } from '@/components/fields';
import { sealName } from '@/components/seal';
import { useLanguage, useT } from '@/i18n';
import type { CheckItem } from '../work/types';
import styles from './check.module.css';
import { compared } from './entered-value';
import { nameOf } from './item-name';
import { RevealDialog } from './reveal-dialog';

interface BothProps {
  readonly item: CheckItem;
  readonly spec: FieldSpec;
  readonly doer: string;
  readonly taskId: string;
}

/** A number is never set beside another; it can be shown once, for this purpose alone. */
const NumberDiffers = ({ item, taskId }: { item: CheckItem; taskId: string }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <div className="sub">
      {t('check.numberNever')} <button type="button" className="linklike" onClick={() => setOpen(true)}>{t('reveal.open')}</button>
      {open && <RevealDialog taskId={taskId} field={item.key} label={nameOf(item, t)} onClose={close} />}
    </div>
  );
};

/** 両方の値: once an item differs for good, what each of the two read, with the differing characters marked. */
export const BothValues = ({ item, spec, doer, taskId }: BothProps) => {
  const t = useT();
  const language = useLanguage();
  if (spec.type === 'jp-mynumber') return <NumberDiffers item={item} taskId={taskId} />;
  if (item.value === undefined || item.mine === undefined) return null;
  const [mine, theirs] = [compared(item.mine ?? null, spec, language), compared(item.value ?? null, spec, language)];
  return (
    <dl className={styles.both}>
      <div><dt>{t('app.you')}</dt><dd><DiffText text={mine} against={theirs} /></dd></div>
      <div><dt>{t('check.of', { name: sealName(doer) })}</dt><dd><DiffText text={theirs} against={mine} /></dd></div>
    </dl>
  );
};

import { useId, useState } from 'react';
import { Modal } from '@/components';
import { eraDateWithDay, today } from '@/format/dates';
import { useLanguage, useT, type MessageKey } from '@/i18n';
import styles from './dialogs.module.css';

const reasons = ['papers', 'answer', 'office', 'other'] as const;
type Reason = (typeof reasons)[number];
const reasonKey = (reason: Reason): MessageKey => `inbox.hold.reason.${reason}`;

/** 保留: a reason and a day; both are asked, none is guessed. */
export const HoldDialog = ({ count, onHold, onClose }: { count: number; onHold: (reason: string, until: string) => void; onClose: () => void }) => {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  const [reason, setReason] = useState<Reason | null>(null);
  const [other, setOther] = useState('');
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState(false);
  const noReason = reason === null || (reason === 'other' && other.trim() === '');
  const noUntil = until === '' || until <= today();
  const hold = () => {
    setAsked(true);
    if (noReason || noUntil) {
      document.getElementById(noReason ? `${id}-papers` : `${id}-until`)?.focus();
      return;
    }
    onHold(reason === 'other' ? other.trim() : t(reasonKey(reason!)), until);
  };
  return (
    <Modal title={t('inbox.hold.title', { n: count })} onClose={onClose} onMain={hold}
      actions={<><button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button><button type="button" className="btn primary" onClick={hold}>{t('inbox.hold.do')}</button></>}>
      <fieldset aria-describedby={asked && noReason ? `${id}-r` : undefined}>
        <legend className={styles.label}>{t('inbox.hold.reason')}</legend>
        {reasons.map((key) => (
          <label key={key} className={styles.choice}>
            <input type="radio" id={`${id}-${key}`} name={`${id}-reason`} checked={reason === key} onChange={() => setReason(key)} />{t(reasonKey(key))}
          </label>
        ))}
        {reason === 'other' && <input className="input" aria-label={t('inbox.hold.other')} maxLength={100} value={other} onChange={(event) => setOther(event.target.value)} />}
        {asked && noReason && <p id={`${id}-r`} className={styles.problem}>{t('inbox.hold.noReason')}</p>}
      </fieldset>
      <div>
        <label className={styles.label} htmlFor={`${id}-until`}>{t('inbox.hold.until')}</label>
        <p className="sm sub" id={`${id}-h`}>{t('inbox.hold.help')}</p>
        <div className="row">
          <input type="date" className="input" id={`${id}-until`} value={until} min={today()} aria-invalid={asked && noUntil} aria-describedby={`${id}-h ${id}-u`} onChange={(event) => setUntil(event.target.value)} />
          {until !== '' && <b>{eraDateWithDay(until, language)}</b>}
        </div>
        {asked && noUntil && <p id={`${id}-u`} className={styles.problem}>{t('inbox.hold.noUntil')}</p>}
      </div>
    </Modal>
  );
};

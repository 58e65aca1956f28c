import { useEffect, useId, useState } from 'react';
import { Modal } from '@/components';
import { useT } from '@/i18n';
import { reasons, reasonText } from '../work/reasons';
import styles from './check.module.css';
import type { ReturnRequest } from './use-check';

export interface Returning { readonly key: string; readonly label: string; readonly reason: string | null }

interface ReturnDialogProps {
  readonly fields: readonly Returning[];
  readonly doer: string;
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onClose: () => void;
  readonly onSend: (request: ReturnRequest) => void;
}

/** 差し戻す: every field with its reason; what the checker typed is not passed on. */
export const ReturnDialog = ({ fields, doer, busy, trouble, onClose, onSend }: ReturnDialogProps) => {
  const t = useT();
  const id = useId();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(fields.map((field) => [field.key, field.reason ?? ''])));
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => document.getElementById(`${id}-0`)?.focus(), 0); // after the dialog has put its focus on the first button
    return () => clearTimeout(timer);
  }, [id]);
  const complete = fields.every(({ key }) => chosen[key] && (chosen[key] !== 'other' || (notes[key] ?? '').trim() !== ''));
  const send = () => {
    if (busy) return;
    if (!complete) return setMissing(true);
    onSend({
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      fields: fields.map(({ key }) => ({ key, reason: chosen[key]!, ...((notes[key] ?? '').trim() === '' ? {} : { note: notes[key]!.trim() }) })),
    });
  };
  return (
    <Modal
      wide
      title={t('return.title', { n: fields.length })}
      onClose={onClose}
      onMain={send}
      actions={
        <>
          <button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button>
          <button type="button" className="btn return" aria-disabled={busy || undefined} onClick={send}>{t('return.send')} <kbd className="kbd">F12</kbd></button>
        </>
      }
    >
      <p>{t('return.what', { name: doer })}</p>
      <ul className={styles.returning}>
        {fields.map(({ key, label }, index) => (
          <li key={key}>
            <label htmlFor={`${id}-${index}`}>{label}</label>
            <select id={`${id}-${index}`} className="select" value={chosen[key]} aria-invalid={(missing && !chosen[key]) || undefined} onChange={(event) => setChosen({ ...chosen, [key]: event.target.value })}>
              <option value="">{t('return.choose')}</option>
              {reasons.map((reason) => <option key={reason} value={reason}>{reasonText(reason, t)}</option>)}
            </select>
            <input className="input" aria-label={t('return.fieldNote', { label })} maxLength={200} value={notes[key] ?? ''} aria-invalid={(missing && chosen[key] === 'other' && !notes[key]) || undefined}
              onChange={(event) => setNotes({ ...notes, [key]: event.target.value })} />
          </li>
        ))}
      </ul>
      <label htmlFor={`${id}-note`}>{t('return.note')}</label>
      <textarea id={`${id}-note`} className="textarea" rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      {missing && !complete && <p role="alert" className={styles.error}>{t('return.missing')}</p>}
      {trouble && <p role="alert" className={styles.error}>{trouble}</p>}
    </Modal>
  );
};

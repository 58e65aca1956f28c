import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '@/api';
import { useMe } from '@/api/me';
import { Modal } from '@/components';
import { useT } from '@/i18n';
import styles from './dialogs.module.css';

interface Person { readonly no: string; readonly name: string; readonly section?: string | null; readonly post?: string | null; readonly state?: string }

/** 割り当て: to a person of the office; the server refuses whoever may not have it. */
export const AssignDialog = ({ count, onAssign, onClose }: { count: number; onAssign: (to: string) => void; onClose: () => void }) => {
  const t = useT();
  const id = useId();
  const { officer } = useMe();
  const [to, setTo] = useState('');
  const [asked, setAsked] = useState(false);
  const staff = useQuery({
    queryKey: ['colleagues', officer.section],
    queryFn: ({ signal }) => api<{ rows: readonly Person[] }>('GET', '/api/staff', { signal }),
    retry: false,
  });
  const people = (staff.data?.rows ?? []).filter((person) => person.section === officer.section && person.state !== 'ended');
  const assign = () => {
    setAsked(true);
    if (to.trim() === '') document.getElementById(`${id}-to`)?.focus();
    else onAssign(to.trim());
  };
  const missing = asked && to.trim() === '';
  return (
    <Modal title={t('inbox.assign.title', { n: count })} onClose={onClose} onMain={assign}
      actions={<><button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button><button type="button" className="btn primary" onClick={assign}>{t('inbox.assign.do')}</button></>}>
      <div>
        <label className={styles.label} htmlFor={`${id}-to`}>{people.length > 0 ? t('inbox.assign.to') : t('inbox.assign.number')}</label>
        <p className="sm sub" id={`${id}-h`}>{t('inbox.assign.help')}</p>
        {people.length > 0 ? (
          <select className="select" id={`${id}-to`} value={to} aria-invalid={missing} aria-describedby={`${id}-h ${id}-p`} onChange={(event) => setTo(event.target.value)}>
            <option value="">―</option>
            {people.map((person) => <option key={person.no} value={person.no}>{[person.name, person.post].filter(Boolean).join('　')}</option>)}
          </select>
        ) : (
          <input className="input" id={`${id}-to`} value={to} aria-invalid={missing} aria-describedby={`${id}-h ${id}-p`} onChange={(event) => setTo(event.target.value)} />
        )}
        {missing && <p id={`${id}-p`} className={styles.problem}>{t('inbox.assign.none')}</p>}
      </div>
    </Modal>
  );
};

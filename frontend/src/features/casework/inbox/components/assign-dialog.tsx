import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, asProblem, problemText } from '@/api';
import { Modal } from '@/components';
import { useT } from '@/i18n';
import styles from './dialogs.module.css';

interface Person { readonly no: string; readonly name: string; readonly post?: string | null }

/** 割り当て: to someone who may take all of the chosen work; assigning asks again. */
export const AssignDialog = ({ tasks, onAssign, onClose }: { tasks: readonly string[]; onAssign: (to: string) => void; onClose: () => void }) => {
  const t = useT();
  const id = useId();
  const [to, setTo] = useState('');
  const [asked, setAsked] = useState(false);
  const staff = useQuery({
    queryKey: ['assignees', ...tasks],
    queryFn: ({ signal }) => api<readonly Person[]>('POST', '/api/tasks/assignees', { body: { ids: tasks }, signal }),
    staleTime: 0,
    retry: false,
  });
  const people = staff.data ?? [];
  const assign = () => {
    setAsked(true);
    if (to.trim() === '') document.getElementById(`${id}-to`)?.focus();
    else onAssign(to.trim());
  };
  const missing = asked && to.trim() === '';
  return (
    <Modal title={t('inbox.assign.title', { n: tasks.length })} onClose={onClose} onMain={assign}
      actions={<><button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button><button type="button" className="btn primary" onClick={assign}>{t('inbox.assign.do')}</button></>}>
      <div>
        <label className={styles.label} htmlFor={`${id}-to`}>{t('inbox.assign.to')}</label>
        <p className="sm sub" id={`${id}-h`}>{t('inbox.assign.help')}</p>
        {staff.isError && <p className={styles.problem}>{problemText(asProblem(staff.error))}</p>}
        {staff.isSuccess && people.length === 0 ? <p>{t('inbox.assign.nobody')}</p> : (
          <select className="select" id={`${id}-to`} value={to} aria-invalid={missing} aria-describedby={`${id}-h ${id}-p`} onChange={(event) => setTo(event.target.value)}>
            <option value="">―</option>
            {people.map((person) => <option key={person.no} value={person.no}>{[person.name, person.post].filter(Boolean).join('　')}</option>)}
          </select>
        )}
        {missing && <p id={`${id}-p`} className={styles.problem}>{t('inbox.assign.none')}</p>}
      </div>
    </Modal>
  );
};

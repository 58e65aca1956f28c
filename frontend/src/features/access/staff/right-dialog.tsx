import { useId, useState } from 'react';
import { asProblem, problemText } from '@/api';
import { Modal, Notice } from '@/components';
import { isMessageKey, useT } from '@/i18n';
import type { Member, Role } from './api';
import styles from './staff.module.css';
import { useStartCase } from './use-start-case';

export const roleWord = (t: ReturnType<typeof useT>, role: { key: string; label?: string }): string => {
  const key = `role.${role.key}`;
  return isMessageKey(key) ? t(key) : role.label ?? role.key;
};

/** 権限の申請: one change for one person; two people carry it through, and nobody changes his own rights. */
export const RightDialog = ({ member, roles, self, onClose }: { member: Member | null; roles: readonly Role[]; self: boolean; onClose: () => void }) => {
  const t = useT();
  const id = useId();
  const start = useStartCase('access-right');
  const held = (member?.grants ?? []).filter(({ state }) => state !== 'ended').map(({ role }) => role);
  const [role, setRole] = useState('');
  const [asked, setAsked] = useState(false);
  const change = held.includes(role) ? 'end' : 'grant';
  const clash = change === 'grant' ? roles.find(({ key }) => key === role)?.notTogetherWith.filter((other) => held.includes(other)) ?? [] : [];
  const go = () => {
    setAsked(true);
    if (self || start.isPending || clash.length > 0) return;
    if (member === null) start.mutate({ change: 'grant' });
    else if (role === '') document.getElementById(`${id}-role`)?.focus();
    else start.mutate({ officerNo: member.no, change, role });
  };
  return (
    <Modal title={member ? t('staff.change.title', { name: member.name }) : t('staff.new.title')} onClose={onClose} onMain={go}
      actions={<><button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button><button type="button" className="btn primary" aria-disabled={self || clash.length > 0} onClick={go}>{t('staff.change.do')}</button></>}>
      <p>{t('staff.change.lead')}</p>
      {self && <Notice look="over" role="alert">{t('staff.change.self')}</Notice>}
      {start.isError && <Notice look="over" role="alert">{problemText(asProblem(start.error))}</Notice>}
      {member && (
        <div className="stack">
          <label className={styles.label} htmlFor={`${id}-role`}>{t('staff.change.role')}</label>
          <select id={`${id}-role`} className="select" value={role} aria-invalid={asked && role === ''} aria-describedby={`${id}-p`} onChange={(event) => setRole(event.target.value)}>
            <option value="">―</option>
            <optgroup label={t('staff.change.grant')}>{roles.filter(({ key }) => !held.includes(key)).map((one) => <option key={one.key} value={one.key}>{roleWord(t, one)}</option>)}</optgroup>
            <optgroup label={t('staff.change.end')}>{roles.filter(({ key }) => held.includes(key)).map((one) => <option key={one.key} value={one.key}>{roleWord(t, one)}</option>)}</optgroup>
          </select>
          <p id={`${id}-p`} className={clash.length > 0 || (asked && role === '') ? styles.problem : 'sm sub'}>
            {clash.length > 0 ? t('staff.change.clash', { other: clash.map((key) => roleWord(t, { key })).join(t('app.listDot')) })
              : role === '' ? (asked ? t('staff.change.pick') : '') : t(change === 'grant' ? 'staff.change.willGrant' : 'staff.change.willEnd', { role: roleWord(t, { key: role }) })}
          </p>
        </div>
      )}
    </Modal>
  );
};

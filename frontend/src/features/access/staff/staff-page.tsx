import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '@/api/me';
import { Icon, KeyBarState, Section } from '@/components';
import { eraDate, shortDateTime } from '@/format/dates';
import { useLanguage, useT } from '@/i18n';
import { useKeys } from '@/keys';
import { useNavigate } from 'react-router';
import { rolesQuery, staffQuery, type Member, type Role } from './api';
import { RightDialog, roleWord } from './right-dialog';
import styles from './staff.module.css';

const RoleCell = ({ member, role }: { member: Member; role: Role }) => {
  const t = useT();
  const language = useLanguage();
  const grant = member.grants.find((one) => one.role === role.key && one.state !== 'ended');
  if (!grant) return <td className={styles.cell}><span className="vh">{t('staff.none')}</span></td>;
  const until = grant.state === 'later' ? t('staff.from', { date: eraDate(grant.startsOn, language) }) : grant.endsOn ? t('staff.until', { date: eraDate(grant.endsOn, language) }) : '';
  return (
    <td className={styles.cell} title={until}>
      <span className={grant.state === 'later' ? styles.later : styles.held}><Icon name={grant.state === 'later' ? 'clock' : 'tick'} size={14} /><span className="vh">{t('staff.held')}{until}</span></span>
    </td>
  );
};

const Matrix = ({ members, roles, onChange }: { members: readonly Member[]; roles: readonly Role[]; onChange: (member: Member) => void }) => {
  const t = useT();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('staff.matrix')}>
      <table className={styles.matrix}>
        <caption className="vh">{t('staff.matrix')}</caption>
        <thead>
          <tr><th scope="col">{t('staff.person')}</th><th scope="col">{t('staff.section')}</th>{roles.map((role) => <th key={role.key} scope="col" className={styles.role}>{roleWord(t, role)}</th>)}<th scope="col">{t('staff.lastIn')}</th><th scope="col"><span className="vh">{t('staff.change.do')}</span></th></tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.no} className={member.state === 'ended' ? styles.ended : undefined}>
              <th scope="row"><b className="name">{member.name}</b><span className="mono muted">{member.no}</span></th>
              <td>{member.sectionName}<span className={styles.second}>{member.post}{member.state !== 'valid' && `${t('app.listDot')}${t(`staff.state.${member.state}`)}`}</span></td>
              {roles.map((role) => <RoleCell key={role.key} member={member} role={role} />)}
              <td className="nw sub sm">{member.lastSignedInAt ? shortDateTime(member.lastSignedInAt) : '―'}</td>
              <td><button type="button" className="btn small plain" aria-label={t('staff.changeOf', { name: member.name })} onClick={() => onChange(member)}>{t('staff.changeShort')}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** S08 職員と権限: people × rights by office; each change is a case of two people. */
export const StaffPage = () => {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const { officer, roles: mine } = useMe();
  const [search, setSearch] = useSearchParams();
  const [changing, setChanging] = useState<Member | 'new' | null>(null);
  const section = search.get('section') ?? '';
  useKeys('staff', { 'staff.back': () => void navigate(-1) });
  const mayAsk = mine.includes('administrator');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div><h1>{t('nav.staff')}</h1><p className="sub">{t('staff.lead')}</p></div>
        <span className="grow" />
        {mayAsk && <button type="button" className="btn small primary" onClick={() => setChanging('new')}><Icon name="plus" size={14} />{t('staff.new.title')}</button>}
      </header>
      <Section what={t('nav.staff')} query={rolesQuery}>
        {({ rows: roles }) => (
          <Section what={t('nav.staff')} query={staffQuery}>
            {({ rows, asOf }) => {
              const sections = [...new Map(rows.map((member) => [member.section, member.sectionName]))];
              const alone = roles.filter((role) => role.notTogetherWith.length >= roles.length - 1);
              const pairs = roles.filter((role) => !alone.includes(role)).flatMap((role) => role.notTogetherWith.filter((other) => other > role.key && !alone.some(({ key }) => key === other)).map((other) => `${roleWord(t, role)}＋${roleWord(t, { key: other })}`));
              return (
                <>
                  <div className={styles.filters}>
                    <label>{t('staff.section')} <select className="select" value={section} onChange={(event) => setSearch(event.target.value ? { section: event.target.value } : {}, { replace: true })}><option value="">{t('case.filter.all')}</option>{sections.map(([key, name]) => <option key={key} value={key}>{name}</option>)}</select></label>
                    {alone.length > 0 && <p className="sm sub">{t('staff.alone', { roles: alone.map((role) => roleWord(t, role)).join(t('app.listDot')) })}</p>}
                    {pairs.length > 0 && <p className="sm sub">{t('staff.pairs', { pairs: pairs.join(t('app.listComma')) })}</p>}
                  </div>
                  <Matrix members={rows.filter((member) => section === '' || member.section === section)} roles={roles} onChange={setChanging} />
                  <KeyBarState>{t('staff.asOf', { date: eraDate(asOf, language) })}</KeyBarState>
                  {changing !== null && <RightDialog member={changing === 'new' ? null : changing} roles={roles} self={changing !== 'new' && changing.no === officer.no} onClose={() => setChanging(null)} />}
                </>
              );
            }}
          </Section>
        )}
      </Section>
    </div>
  );
};

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { asProblem, problemText } from '@/api';
import { useMe } from '@/api/me';
import { Icon, Modal, Notice, Section } from '@/components';
import { eraDate, monthDayTime, shortDateTime } from '@/format/dates';
import { isMessageKey, useLanguage, useT, type Translate } from '@/i18n';
import { useKeys } from '@/keys';
import { handOutLink, terminalsQuery, type Terminal } from './api';
import styles from './staff.module.css';
import { useStartCase } from './use-start-case';

/** 使える業務 in the office's words; a business added later shows its key until it has one. */
const businessWord = (key: string, t: Translate): string => { const word = `business.${key}`; return isMessageKey(word) ? t(word) : key; };

const LinkDialog = ({ terminal, onClose }: { terminal: Terminal; onClose: () => void }) => {
  const t = useT();
  const language = useLanguage();
  const client = useQueryClient();
  const link = useMutation({ mutationFn: () => handOutLink(terminal.no), onSuccess: () => void client.invalidateQueries({ queryKey: terminalsQuery.queryKey }) });
  return (
    <Modal title={t('terminal.link.title', { no: terminal.no })} onClose={onClose}
      actions={link.data ? undefined : <><button type="button" className="btn plain" onClick={onClose}>{t('app.cancel')}</button><button type="button" className="btn primary" onClick={() => { if (!link.isPending) link.mutate(); }}>{t('terminal.link.do')}</button></>}>
      <p>{t('terminal.link.lead')}</p>
      {link.isError && <Notice look="over" role="alert">{problemText(asProblem(link.error))}</Notice>}
      {link.data && <Notice look="done" role="status" title={t('terminal.link.here', { time: monthDayTime(link.data.expiresAt, language) })}><code className={styles.link}>{link.data.address}</code></Notice>}
    </Modal>
  );
};

/** S08 端末: which machines may be worked on, where they stand, when they were used. */
export const TerminalsPage = () => {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const { terminal: here, roles } = useMe();
  const [linked, setLinked] = useState<Terminal | null>(null);
  const start = useStartCase('terminal-enrollment');
  useKeys('staff', { 'staff.back': () => void navigate(-1) });
  const mayAsk = roles.includes('administrator');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div><h1>{t('nav.terminals')}</h1><p className="sub">{t('terminal.lead')}</p></div>
        <span className="grow" />
        {mayAsk && <button type="button" className="btn small primary" onClick={() => { if (!start.isPending) start.mutate({ change: 'enroll' }); }}><Icon name="plus" size={14} />{t('terminal.enroll')}</button>}
      </header>
      {start.isError && <Notice look="over" role="alert">{problemText(asProblem(start.error))}</Notice>}
      <Section what={t('nav.terminals')} query={terminalsQuery}>
        {({ rows }) => (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('nav.terminals')}>
            <table className={styles.matrix}>
              <caption className="vh">{t('nav.terminals')}</caption>
              <thead><tr>{(['no', 'place', 'facing', 'certificate', 'businesses', 'lastUsed', 'state'] as const).map((column) => <th key={column} scope="col">{t(`terminal.${column}`)}</th>)}<th scope="col"><span className="vh">{t('terminal.acts')}</span></th></tr></thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.no} className={row.state === 'ended' ? styles.ended : undefined}>
                    <th scope="row"><span className="mono">{row.no}</span>{row.no === here?.no && <span className={styles.here}>{t('terminal.this')}</span>}</th>
                    <td>{row.place}</td>
                    <td>{row.counterFacing ? t('terminal.facing.yes') : '―'}</td>
                    <td>{row.certificate ? t('app.yes') : '―'}</td>
                    <td>{row.businesses.map((one) => businessWord(one, t)).join(t('app.listDot')) || t('terminal.allBusinesses')}</td>
                    <td className="nw sub sm">{row.lastUsedAt ? shortDateTime(row.lastUsedAt) : t('terminal.never')}</td>
                    <td>{t(`staff.state.${row.state}`)}{row.link && <span className={styles.second}>{t(`terminal.link.${row.link}`)}</span>}{row.endsOn && <span className={styles.second}>{t('staff.until', { date: eraDate(row.endsOn, language) })}</span>}</td>
                    <td className="nw">
                      {mayAsk && row.link === 'ready' && <button type="button" className="btn small" onClick={() => setLinked(row)}>{t('terminal.link.give')}</button>}{' '}
                      {mayAsk && row.state !== 'ended' && <button type="button" className="btn small plain" aria-label={t('terminal.removeOf', { no: row.no })} onClick={() => { if (!start.isPending) start.mutate({ change: 'remove', terminalNo: row.no }); }}>{t('terminal.remove')}</button>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Section>
      {linked && <LinkDialog terminal={linked} onClose={() => setLinked(null)} />}
    </div>
  );
};

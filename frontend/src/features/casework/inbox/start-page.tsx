import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, asProblem, problemText } from '@/api';
import { Failed, FullState, Icon, KeyCaps, Loading, Notice } from '@/components';
import { Field } from '@/components/fields';
import { paths } from '@/config/paths';
import { today } from '@/format/dates';
import { useT } from '@/i18n';
import { useKeys } from '@/keys';
import styles from './start-page.module.css';

interface CaseKind { readonly kind: string; readonly label: string; readonly group?: string; readonly section?: string; readonly channels: readonly { readonly key: string; readonly label: string }[]; readonly startForm?: string | null }
interface Started { readonly caseId: string; readonly caseNo: string; readonly taskId: string | null }

const groupOf = (kind: CaseKind): string => kind.group ?? '';
const byGroup = (kinds: readonly CaseKind[]): [string, CaseKind[]][] =>
  [...new Set(kinds.map(groupOf))].map((group) => [group, kinds.filter((kind) => groupOf(kind) === group)]);

/** 受付をはじめる (F2): which kind of notice, by which way it came, on which day. */
export const StartPage = () => {
  const t = useT();
  const id = useId();
  const navigate = useNavigate();
  const kinds = useQuery({ queryKey: ['case-kinds'], queryFn: ({ signal }) => api<readonly CaseKind[]>('GET', '/api/case-kinds', { signal }) });
  const [kind, setKind] = useState<string | null>(null);
  const [channel, setChannel] = useState<string | null>(null);
  const [receivedOn, setReceivedOn] = useState(today);
  const [note, setNote] = useState('');
  const [waiting, setWaiting] = useState(false);
  const [tried, setTried] = useState(false);
  const intention = useRef(crypto.randomUUID());
  const dateField = useRef<HTMLDivElement>(null);

  const offered = kinds.data ?? [];
  const chosen = offered.find((one) => one.kind === kind) ?? (offered.length === 1 ? offered[0] : undefined);
  const way = chosen?.channels.find((one) => one.key === channel) ?? (chosen?.channels.length === 1 ? chosen.channels[0] : undefined);
  const noWayAsked = chosen?.channels.length === 0;
  const start = useMutation({
    mutationFn: () => api<Started>('POST', '/api/cases', {
      body: { kind: chosen!.kind, ...(way ? { channel: way.key } : {}), receivedOn, ...(note.trim() ? { counterNote: note.trim() } : {}), waiting },
      idempotencyKey: intention.current,
    }),
    onSuccess: ({ caseNo, taskId }) => void navigate(taskId ? paths.entry.getHref(taskId) : paths.case.getHref(caseNo), { replace: true }),
    onError: () => { intention.current = crypto.randomUUID(); },
  });
  const badDate = !/^\d{4}-\d{2}-\d{2}$/.test(receivedOn) || receivedOn > today();
  const go = () => {
    setTried(true);
    if (!chosen) document.querySelector<HTMLElement>(`[name="${id}-kind"]`)?.focus();
    else if (!way && !noWayAsked) document.querySelector<HTMLElement>(`[name="${id}-channel"]`)?.focus();
    else if (badDate) dateField.current?.querySelector('input')?.focus();
    else if (!start.isPending) start.mutate();
  };
  const back = () => void navigate(-1);
  useKeys('start', { 'start.go': go, 'start.back': back });

  if (kinds.isPending) return <Loading what={t('start.what')} onAgain={() => void kinds.refetch()} />;
  if (kinds.isError) return <Failed what={t('start.what')} error={kinds.error} onAgain={() => void kinds.refetch()} />;
  if (offered.length === 0) return <FullState icon="lock" heading="h1" title={t('start.noKinds')}><p>{t('start.noKindsDo')}</p></FullState>;
  return (
    <div className={styles.page}>
      <header><h1>{t('start.title')}</h1><p className="sub">{t('start.lead')}</p></header>
      {start.isError && <Notice look="over" role="alert">{problemText(asProblem(start.error))}</Notice>}
      <fieldset className={styles.part}>
        <legend>{t('start.kind')}</legend>
        {tried && !chosen && <p className={styles.problem} role="alert"><Icon name="alert" size={14} />{t('start.pickKind')}</p>}
        {byGroup(offered).map(([group, members]) => (
          <div key={group} className={styles.group}>
            {group !== '' && <span className="sm sub">{group}</span>}
            <div className={styles.cards}>
              {members.map((one) => (
                <label key={one.kind} className={`${styles.choice} ${chosen?.kind === one.kind ? styles.on : ''}`}>
                  <input type="radio" name={`${id}-kind`} checked={chosen?.kind === one.kind} onChange={() => { setKind(one.kind); setChannel(null); }} />{one.label}
                </label>
              ))}
            </div>
          </div>
        ))}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{t('start.channel')}</legend>
        {tried && chosen && !way && !noWayAsked && <p className={styles.problem} role="alert"><Icon name="alert" size={14} />{t('start.pickChannel')}</p>}
        {chosen ? (
          <div className={styles.cards}>
            {chosen.channels.map((one) => (
              <label key={one.key} className={`${styles.choice} ${way?.key === one.key ? styles.on : ''}`}>
                <input type="radio" name={`${id}-channel`} checked={way?.key === one.key} onChange={() => setChannel(one.key)} />{one.label}
              </label>
            ))}
          </div>
        ) : <p className="sub">{t('start.noChannel')}</p>}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{t('start.here')}</legend>
        <div ref={dateField}>
          <Field spec={{ id: 'receivedOn', key: 'receivedOn', type: 'jp-date', label: t('start.receivedOn'), properties: { help: t('start.receivedHelp'), helpEn: t('start.receivedHelp') } }}
            path="receivedOn" value={receivedOn} onValue={(value) => setReceivedOn(String(value ?? ''))} error={tried && badDate ? t('start.pickDate') : null} />
        </div>
        <Field spec={{ id: 'counterNote', key: 'counterNote', type: 'jp-text', label: t('start.note'), properties: { help: t('start.noteHelp'), helpEn: t('start.noteHelp') } }}
          path="counterNote" value={note} onValue={(value) => setNote(String(value ?? '').slice(0, 60))} />
        <label className={styles.wait}><input type="checkbox" checked={waiting} onChange={(event) => setWaiting(event.target.checked)} />{t('start.waiting')}</label>
      </fieldset>
      <footer className={styles.acts}>
        <button type="button" className="btn plain" onClick={back}>{t('start.cancel')}</button>
        <button type="button" className="btn primary" onClick={go}>{t('start.do')} <KeyCaps keys="F12" /></button>
      </footer>
    </div>
  );
};

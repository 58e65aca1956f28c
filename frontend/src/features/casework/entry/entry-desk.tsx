import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, asProblem, problemText } from '@/api';
import { useMe } from '@/api/me';
import { Icon, KeyBarState, Notice } from '@/components';
import { FieldServicesProvider } from '@/components/fields';
import { SourceViewer, spotOf, type Spot } from '@/components/source';
import { Splitter } from '@/components/splitter';
import { tellSent } from '@/components/sent-notice';
import { paths } from '@/config/paths';
import { timeOfDay } from '@/format/dates';
import { useT } from '@/i18n';
import { useKeys } from '@/keys';
import { onePress } from '../work/one-press';
import { Basis, Findings } from '../work/findings';
import { useReauthentication } from '../work/reauthenticate';
import type { EntryWork, Sent } from '../work/types';
import { useDraft, type Conflict } from '../work/use-draft';
import { claimTask } from '../work/claim';
import { fieldText } from '../work/field-text';
import { isLeftOut } from '../work/left-out';
import { nextPlace } from '../work/next-task';
import { useServices } from '../work/use-services';
import { WorkHead, workTitle } from '../work/work-head';
import styles from '../work/work.module.css';
import { AddPaper } from './add-paper';
import { ConflictPanel } from './conflict-panel';
import { DraftLine, UnsavedNotice } from './draft-line';
import { EntryForm, type FormCounts, type FormHandle } from './entry-form';
import { ReturnedNote } from './returned-note';
import { pathsOf } from './values';

interface EntryDeskProps {
  readonly work: EntryWork;
  /** When the copy on this machine was made, if the page opened from it. */
  readonly fromHere: string | null;
  readonly onStartOver: () => Promise<void>;
}

const enterMoves = () => localStorage.getItem('futari.enter-moves') !== 'off';

/** 入力の机: source at the left, form at the right, the state of the draft and the main action at the foot. */
export const EntryDesk = ({ work, fromHere, onStartOver }: EntryDeskProps) => {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { task } = work;
  const form = useRef<FormHandle>(null);
  const main = useRef<HTMLButtonElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const returnedFields = useMemo(() => work.returned?.fields.filter((one) => !isLeftOut(one)) ?? [], [work.returned]);
  const [counts, setCounts] = useState<FormCounts>({ problems: 0, toCorrect: returnedFields.length, corrected: 0 });
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [said, setSaid] = useState('');
  const [sending, setSending] = useState(false);
  const [sources, setSources] = useState(work.sources);
  const [resumed, setResumed] = useState(fromHere ?? work.draft?.savedAt ?? null);
  const services = useServices(task.id);
  const { run, dialog } = useReauthentication();
  const intention = useRef(crypto.randomUUID());
  const mineAlready = task.claimedBy?.no === me.officer.no;
  const claimed = useRef(mineAlready);
  const taskVersion = useRef(work.version);
  const [takenBy, setTakenBy] = useState(task.claimedBy && !mineAlready ? task.claimedBy.name : null);
  const readOnly = takenBy !== null;

  const current = useCallback(() => form.current?.values() ?? work.values, [work.values]);
  const draft = useDraft({ taskId: task.id, version: work.draft?.version ?? null, savedAt: work.draft?.savedAt ?? null, current, onConflict: setConflict });

  const claim = async (): Promise<void> => {
    if (claimed.current) return;
    claimed.current = true;
    try {
      const mine = await claimTask(task.id);
      taskVersion.current = mine.task?.version ?? (await api<EntryWork>('GET', `/api/tasks/${encodeURIComponent(task.id)}`)).version;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 403) {
        setTakenBy(String(problem.params['by'] ?? ''));
        setTrouble(problemText(problem));
      } else if (problem.status === 409) setConflict((problem.conflict ?? {}) as Conflict);
      else claimed.current = false; // offline: the draft stays here, the claim is tried with the next change
    }
  };
  const changed = (path: string | null) => {
    if (readOnly) return;
    if (path !== null && refused[path]) setRefused((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== path)));
    void claim().then(draft.changed);
  };
  useEffect(() => {
    if (fromHere) draft.changed();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: what was kept here is sent to the server
  }, []);

  const showProblems = () => {
    const count = form.current?.showProblems() ?? 0;
    if (count === 0) return false;
    setSaid(t('entry.problems', { n: count }));
    form.current?.focusFirstProblem();
    return true;
  };
  const complete = async () => {
    if (sending || readOnly || conflict) return;
    setTrouble(null);
    await new Promise((drawn) => setTimeout(drawn, 0)); // conditions that the last keystroke changed take effect first
    if (showProblems()) return;
    setSending(true);
    try {
      await draft.save();
      const sent = await run(() => api<Sent>('POST', `/api/tasks/${encodeURIComponent(task.id)}/complete`, {
        body: { values: current(), claim: true }, version: taskVersion.current, idempotencyKey: intention.current,
      }));
      draft.close();
      tellSent({ taskId: task.id, duty: 'do', text: sent.sent ?? t('entry.sent', { caseNo: sent.caseNo }), undoUntil: sent.undoUntil ?? null });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      await navigate(await nextPlace(work.returned ? 'returned' : 'mine', task.id, sent.nextTaskId));
    } catch (error) {
      const problem = asProblem(error);
      intention.current = crypto.randomUUID();
      if (problem.status === 409 && problem.conflict) {
        draft.close();
        setConflict(problem.conflict as Conflict);
      } else if (problem.fields.length > 0) {
        setRefused(Object.fromEntries(problem.fields.map((field) => [field.key, fieldText(field)])));
        setSaid(t('entry.problems', { n: problem.fields.length }));
        setTimeout(() => form.current?.focusField(problem.fields[0]!.key), 0);
      } else setTrouble(problemText(problem));
    } finally {
      setSending(false);
    }
  };
  const startOver = async () => {
    draft.close();
    try {
      if (work.draft) await api('DELETE', `/api/tasks/${encodeURIComponent(task.id)}/draft`);
      await onStartOver();
    } catch (error) {
      setTrouble(problemText(asProblem(error)));
    }
  };

  const inForm = (event: KeyboardEvent) => event.target instanceof HTMLElement && event.target.closest('[data-field]') !== null && !(event.target instanceof HTMLButtonElement);
  useKeys('entry', {
    'entry.next': (event) => (inForm(event) && enterMoves() && !(event.target instanceof HTMLTextAreaElement) ? form.current?.move(1) ?? false : false),
    'entry.previous': (event) => (inForm(event) && !(event.target instanceof HTMLTextAreaElement) ? form.current?.move(-1) ?? false : false),
    'entry.candidates': () => false, // each field opens its own
    'entry.nextOpen': () => void form.current?.nextOpen(),
    'entry.save': () => void draft.save(),
    'entry.complete': () => void complete(),
    'entry.back': () => void draft.save().then(() => navigate(paths.inbox.getHref())),
  });

  if (conflict) return <div className={styles.scroll}><ConflictPanel conflict={conflict} mine={current()} schema={work.form.schema} /></div>;

  const takesPapers = work.form.schema.components.some((one) => 'components' in one && one.components.some((field) => /^[a-z][a-z-]*:\d/.test(field.properties?.evidence ?? '')));
  const alone = sources.length === 0 && !takesPapers;
  const body = (
    <div className={`${styles.form} ${alone ? styles.alone : ''}`}>
      <div className={styles.scroll}>
        {readOnly && takenBy !== '' && <Notice look="wait" role="status">{t('entry.takenBy', { name: takenBy })}</Notice>}
        {work.draft?.dropped && work.draft.dropped.length > 0 && <Notice look="returned">{t('draft.dropped', { keys: work.draft.dropped.join(t('app.listComma')) })}</Notice>}
        <UnsavedNotice state={draft.state} fields={pathsOf(current()).length} onAgain={() => void draft.save()} />
        {resumed && !readOnly && (
          <Notice look="info" actions={<><button type="button" className="btn small plain" onClick={() => void startOver()}>{t('draft.startOver')}</button><button type="button" className="btn small quiet" onClick={() => setResumed(null)}>{t('app.close')}</button></>}>
            {t('draft.resumed', { time: timeOfDay(resumed) })}
          </Notice>
        )}
        {work.returned && <ReturnedNote returned={work.returned} stamps={work.stamps} counts={counts} />}
        <Findings findings={work.findings ?? []} />
        <Basis basis={work.basis ?? []} />
        <EntryForm
          ref={form}
          schema={work.form.schema}
          values={work.values}
          register={work.register ?? {}}
          returned={returnedFields}
          refused={refused}
          readOnly={readOnly}
          main={main}
          onChanged={changed}
          onLeft={() => void draft.save()}
          onCounts={setCounts}
          onFocusField={(_, slot) => {
            const list = slot.list && work.form.schema.components.find((one) => 'path' in one && one.path === slot.list);
            const step = list && 'components' in list ? list.properties?.evidenceStep : undefined;
            const found = spotOf(slot.spec.properties?.evidence, sources, slot.row, step);
            if (found) setSpot(found);
          }}
        />
        <span className="vh" role="alert">{said}</span>
      </div>
      <footer className={styles.foot}>
        <DraftLine state={draft.state} />
        <span className={styles.counts}>
          {work.returned && <span>{t('entry.toCorrect')} <b className={styles.ret}>{counts.toCorrect}</b></span>}
          <span>{t('entry.mistakes')} <b className={counts.problems > 0 ? styles.over : undefined}>{counts.problems}</b></span>
        </span>
        <a className="btn plain" href={paths.case.getHref(work.case.caseNo)} target="_blank" rel="noreferrer">{t('work.seeCase')}</a>
        <button ref={main} type="button" className="btn primary" aria-disabled={readOnly || sending || undefined} onClick={() => void complete()} {...onePress}>
          {t('keys.entry.complete')} <kbd className="kbd">F12</kbd>
        </button>
        {trouble && <p role="alert" className={`${styles.draft} ${styles.bad}`}><Icon name="alert" /> {trouble}</p>}
      </footer>
    </div>
  );

  return (
    <FieldServicesProvider value={services}>
      <div className={styles.page}>
        <WorkHead
          task={task} head={work.case} stamps={work.stamps}
          from={work.returned ? { href: paths.inboxReturned.getHref(), label: t('nav.returned') } : { href: paths.inbox.getHref(), label: t('nav.inbox') }}
          title={workTitle(task, t)} duty="do"
          look={work.returned ? 'returned' : 'doing'}
        />
        {!alone
          ? <Splitter left={<SourceViewer
              sources={sources} spot={spot} duty="do" following={t('source.followEntry')}
              tools={takesPapers && !readOnly && <AddPaper caseNo={work.case.caseNo} onAdded={(added) => setSources((before) => [...before, added])} />}
            />} right={body} />
          : body}
        <KeyBarState>{t('draft.auto')}</KeyBarState>
        {dialog}
      </div>
    </FieldServicesProvider>
  );
};

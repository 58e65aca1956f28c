import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api, type Acted, type Documents as Papers, type Task } from '@/api';
import { DueLabel, Icon, KeyCaps, Notice } from '@/components';
import { paths } from '@/config/paths';
import { eraDate, monthDayTime } from '@/format/dates';
import { plainStep } from '@/format/labels';
import { useLanguage, useT, type MessageKey } from '@/i18n';
import { TaskStatus } from './columns';
import { reasonText } from '../../work/reasons';
import styles from './preview-pane.module.css';

const Fact = ({ label, children }: { label: string; children: ReactNode }) => <><dt>{label}</dt><dd>{children}</dd></>;

/** The documents are asked for only on demand: opening them is a recorded read of the case. */
const Documents = ({ caseNo }: { caseNo: string }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['case', caseNo, 'documents'],
    queryFn: ({ signal }) => api<Papers>('GET', `/api/cases/${encodeURIComponent(caseNo)}/documents`, { signal }),
    enabled: open,
  });
  return (
    <section>
      <h3 className={styles.head}>{t('inbox.preview.documents')}{data && ` ${t('list.count', { n: data.sources.length })}`}</h3>
      {!open && <button type="button" className="linklike" onClick={() => setOpen(true)}>{t('inbox.preview.showDocuments')}</button>}
      <ul className={styles.documents}>
        {data?.sources.map((paper) => <li key={paper.id}><Icon name="page" />{paper.title}<span className="sub">{t('app.brackets', { text: t('case.pages', { n: paper.pages.length }) })}</span></li>)}
      </ul>
    </section>
  );
};

const Why = ({ task }: { task: Task }) => {
  const t = useT();
  const language = useLanguage();
  const returned = task.returnedFields ?? [];
  return (
    <>
      {task.status === 'returned' && (
        <Notice look="returned" title={task.checker && returned.length > 0 ? t('inbox.preview.returned', { name: task.checker.name, n: returned.length }) : t('inbox.preview.returnedAll')}>
          <ul className="sm">{returned.map((field) => <li key={field.key}>{t('inbox.preview.field', { label: field.label, reason: reasonText(field.reason, t) })}</li>)}</ul>
        </Notice>
      )}
      {task.status === 'hold' && <Notice look="wait" title={task.heldUntil ? t('inbox.heldUntil', { date: eraDate(task.heldUntil, language) }) : undefined}>{task.holdReason}</Notice>}
    </>
  );
};

interface PreviewPaneProps {
  readonly task: Task | null;
  readonly officer: string;
  readonly names: boolean;
  readonly main: MessageKey | null;
  readonly canGiveBack: boolean;
  readonly onMain: (task: Task) => void;
  readonly onGiveBack: (task: Task) => void;
}

/** 選んだ仕事の内容: why it is here first, then due, people, papers. */
export const PreviewPane = ({ task, officer, names, main, canGiveBack, onMain, onGiveBack }: PreviewPaneProps) => {
  const t = useT();
  const language = useLanguage();
  const who = (acted: Acted) => `${acted.no === officer ? t('inbox.preview.you', { name: acted.name.split(/[\s\u3000]/u)[0]! }) : acted.name} ${acted.at ? monthDayTime(acted.at, language) : ''}`;
  if (task === null) return <aside className={styles.pane} aria-label={t('inbox.preview')}><p className="sub">{t('inbox.preview.none')}</p></aside>;
  return (
    <aside className={`${styles.pane} no-print`} aria-label={t('inbox.preview')}>
      <div>
        <TaskStatus task={task} />
        <h2 className={styles.title}>{plainStep(task.title)}</h2>
        <span className="mono sub">{task.caseNo}</span>
      </div>
      <Why task={task} />
      <dl className={styles.facts}>
        {names && <Fact label={t('inbox.preview.subject')}><span className="name">{task.subjectName ?? t('inbox.noSubject')}</span>{task.householdName && task.householdName !== task.subjectName && <span className="sub sm">　{t('inbox.head', { name: task.householdName })}</span>}</Fact>}
        <Fact label={t('inbox.preview.due')}><DueLabel due={task.due} state={task.dueState} businessDays={task.businessDays} /></Fact>
        {task.receivedOn && <Fact label={t('inbox.preview.received')}>{monthDayTime(task.receivedOn, language)}{task.channel && ` ${task.channel}`}</Fact>}
        {task.counterNote && <Fact label={t('inbox.preview.note')}>{task.counterNote}</Fact>}
        {task.doer && <Fact label={t('inbox.preview.doer')}>{who(task.doer)}</Fact>}
        {task.checker && <Fact label={t('inbox.preview.checker')}>{who(task.checker)}</Fact>}
        {task.claimedBy && <Fact label={t('inbox.preview.holder')}>{task.claimedBy.no === officer ? t('inbox.preview.you', { name: task.claimedBy.name }) : task.claimedBy.name}</Fact>}
        {task.whoCan?.length > 0 && task.duty === 'check' && <Fact label={t('inbox.preview.who')}>{task.whoCan.join(t('app.listComma'))}</Fact>}
        {task.sectionName && <Fact label={t('inbox.preview.section')}>{task.sectionName}</Fact>}
      </dl>
      {task.duty === 'check' && task.doer?.no === officer && <Notice look="second">{t('inbox.preview.ownWork')}</Notice>}
      <Documents key={task.caseNo} caseNo={task.caseNo} />
      <div className={styles.acts}>
        {main && <button type="button" className="btn primary" onClick={() => onMain(task)}>{t(main)} <KeyCaps keys="Enter" /></button>}
        <div className={styles.lower}>
          <Link className="btn small plain" to={paths.case.getHref(task.caseNo)}>{t('inbox.act.case')}</Link>
          {canGiveBack && <button type="button" className="btn small plain" onClick={() => onGiveBack(task)}>{t('inbox.act.giveBack')} <KeyCaps keys="U" /></button>}
        </div>
      </div>
    </aside>
  );
};

import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseOverview, Task } from '@/api';
import { Card, FlowDiagram, FlowLegend, FlowList, SealPair, Section, Timeline } from '@/components';
import { paths } from '@/config/paths';
import { stepName } from '@/format/labels';
import { useT } from '@/i18n';
import { caseQueries } from '../api';
import { isMinor } from '../model/event-words';
import { CaseActs } from './case-acts';
import styles from './overview.module.css';
import { itemsOf } from './history';
import { Deadlines, Papers, People, Related } from './parts';

const OpenTask = ({ task, officer }: { task: Task; officer: string }) => {
  const t = useT();
  const mine = task.claimedBy?.no === officer;
  const href = task.duty === 'check' ? paths.check.getHref(task.id) : paths.entry.getHref(task.id);
  return (
    <li className={styles.open}>
      <SealPair doer={task.doer?.name ?? null} checker={task.checker?.name ?? null} />
      <span className="grow"><b>{stepName(task.stepLabel)}{task.duty === 'check' ? t('case.theCheck') : t('case.theEntry')}</b><span className="sub sm">　{task.claimedBy ? task.claimedBy.name : t('case.nobody')}{task.whoCan?.length > 0 && `　${t('inbox.preview.who')}${t('app.colon')}${task.whoCan.join(t('app.listComma'))}`}</span></span>
      {mine && <Link className="btn small primary" to={href}>{t('inbox.act.open')}</Link>}
    </li>
  );
};

interface OverviewProps { readonly head: CaseOverview; readonly officer: string; readonly onTab: (tab: string) => void }

/** 概要: the way so far, the latest events, people, deadlines, papers and neighbours at one glance. */
export const Overview = ({ head, officer, onTab }: OverviewProps) => {
  const t = useT();
  const [asList, setAsList] = useState(false);
  const tab = (id: string, text: string) => <button type="button" className="linklike" onClick={() => onTab(id)}>{text}</button>;
  const events = head.events.filter((event) => !isMinor(event));
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Card title={t('case.tab.flow')} aside={<>{!asList && <FlowLegend />}<button type="button" className="linklike" aria-pressed={asList} onClick={() => setAsList(!asList)}>{t(asList ? 'flow.asDrawing' : 'flow.asList')}</button></>}>
          <Section what={t('flow.what')} query={caseQueries.flow(head.caseNo)}>
            {(flow) => (asList || flow.xml === null ? <FlowList flow={flow} /> : <FlowDiagram flow={flow} show="near" />)}
          </Section>
          {head.openTasks.length > 0 && <ul className={styles.tasks} aria-label={t('case.openTasks')}>{head.openTasks.map((task) => <OpenTask key={task.id} task={task} officer={officer} />)}</ul>}
        </Card>
        <Card title={t('case.tab.history')} aside={tab('history', t('case.all'))}>
          {events.length === 0 ? <p className="sub">{t('case.noEvents')}</p> : <Timeline items={itemsOf(events, head.stamps, officer, t)} />}
        </Card>
      </div>
      <div className={styles.column}>
        <Card title={t('case.tab.people')} aside={tab('people', t('case.seePeople'))}><People people={head.people} short /></Card>
        <Card title={t('case.tab.deadlines')} aside={tab('deadlines', t('case.seeBasis'))}><Deadlines deadlines={head.deadlines} short /></Card>
        <Card title={t('case.tab.documents')} aside={tab('documents', t('case.all'))}><Papers sources={head.documents} short /></Card>
        <Card title={t('case.tab.related')}><Related related={head.related} /></Card>
        <CaseActs caseNo={head.caseNo} takesPapers={head.takesPapers && head.status !== 'done' && head.status !== 'withdrawn'} withdrawable={head.withdrawable} />
      </div>
    </div>
  );
};

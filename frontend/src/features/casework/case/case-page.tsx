import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { asProblem, problemText, type CaseOverview } from '@/api';
import { useMe } from '@/api/me';
import { Card, Failed, FlowDiagram, FlowLegend, FlowList, FullState, KeyBarState, Loading, Section, Tabs, type TabItem } from '@/components';
import { paths } from '@/config/paths';
import { useT, type Translate } from '@/i18n';
import { useKeys } from '@/keys';
import { caseQueries } from './api';
import styles from './case-page.module.css';
import { CaseActs } from './components/case-acts';
import { CaseHead } from './components/case-head';
import { History } from './components/history';
import { Overview } from './components/overview';
import { Deadlines, Papers, People, Readers, Related, RoomDocuments } from './components/parts';

const tabIds = ['overview', 'history', 'people', 'documents', 'flow', 'deadlines', 'related', 'readers'] as const;
type TabId = (typeof tabIds)[number];

const tabsOf = (head: CaseOverview, t: Translate): TabItem[] => {
  const counts: Partial<Record<TabId, number>> = { people: head.people.length, documents: head.documents.length, related: head.related.length };
  return tabIds.map((id) => ({ id, label: t(`case.tab.${id}`), ...(counts[id] ? { count: counts[id] } : {}) }));
};

/** S04 案件: everything about one case on one page; opening it is recorded, and the key bar says so. */
export const CasePage = () => {
  const t = useT();
  const navigate = useNavigate();
  const { caseNo = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { officer } = useMe();
  const [element, setElement] = useState<string | null>(null);
  const head = useQuery(caseQueries.overview(caseNo));
  const asked = search.get('tab');
  const current: TabId = tabIds.find((id) => id === asked) ?? 'overview';
  const open = (id: string) => setSearch(id === 'overview' ? {} : { tab: id }, { replace: true });
  useKeys('case', {
    ...Object.fromEntries(tabIds.map((id, index) => [`case.tab${index + 1}`, () => open(id)])),
    'case.print': () => window.print(),
    'case.back': () => void (window.history.length > 1 ? navigate(-1) : navigate(paths.inbox.getHref())),
  });

  if (head.isPending) return <Loading what={t('case.what')} onAgain={() => void head.refetch()} />;
  if (head.isError) {
    const problem = asProblem(head.error);
    if (problem.status !== 403 && problem.status !== 404) return <Failed what={t('case.what')} error={problem} onAgain={() => void head.refetch()} />;
    return (
      <FullState icon={problem.status === 404 ? 'search' : 'lock'} heading="h1" title={t(problem.status === 404 ? 'case.notFound' : 'case.notYours')}
        actions={<button type="button" className="btn" onClick={() => void navigate(paths.search.getHref())}>{t('nav.cases')}</button>}>
        <p>{problemText(problem)}</p>
        <p className="sub">{t(problem.status === 404 ? 'state.notFoundDo' : 'case.notYoursDo')}</p>
      </FullState>
    );
  }
  const isOpen = head.data.status !== 'done' && head.data.status !== 'withdrawn';
  return (
    <>
      <CaseHead head={head.data} />
      <Tabs tabs={tabsOf(head.data, t)} current={current} label={t('case.tabs')} onOpen={open} />
      <div className={styles.body} role="tabpanel" id={`panel-${current}`} aria-labelledby={`tab-${current}`}>
        {current === 'overview' && <Overview head={head.data} officer={officer.no} onTab={open} />}
        {current === 'history' && (
          <Card title={t('case.tab.history')}>
            <Section what={t('case.tab.history')} query={caseQueries.history(caseNo)}>
              {({ events, stamps }) => <History events={events} stamps={stamps} officer={officer.no} element={null} onElement={setElement} />}
            </Section>
          </Card>
        )}
        {current === 'people' && <Card title={t('case.tab.people')}><Section what={t('case.tab.people')} query={caseQueries.people(caseNo)}>{({ people }) => <People people={people} />}</Section></Card>}
        {current === 'documents' && (
          <Section what={t('case.tab.documents')} query={caseQueries.documents(caseNo)}>
            {({ sources, documents }) => (
              <div className={styles.stack}>
                <Card title={t('case.papers')}><Papers sources={sources} /></Card>
                <Card title={t('case.printed')}><RoomDocuments documents={documents} /></Card>
                <CaseActs caseNo={caseNo} takesPapers={isOpen && head.data.takesPapers} withdrawable={head.data.withdrawable} />
              </div>
            )}
          </Section>
        )}
        {current === 'flow' && (
          <Section what={t('flow.what')} query={caseQueries.flow(caseNo)}>
            {(flow) => (
              <div className={styles.stack}>
                <Card title={t('case.tab.flow')} aside={<><FlowLegend /><span className="sub">{flow.definitionVersion && t('flow.version', { v: flow.definitionVersion })}</span></>}>
                  <FlowDiagram flow={flow} show="whole" onElement={setElement} />
                </Card>
                <div className={styles.two}>
                  <Card title={t('flow.asList')}><FlowList flow={flow} /></Card>
                  <Card title={t('flow.events')}>
                    <Section what={t('case.tab.history')} query={caseQueries.history(caseNo)}>
                      {({ events, stamps }) => <History events={events} stamps={stamps} officer={officer.no} element={elementOf(element, flow.list.map((item) => item.elementId), flow.xml)} onElement={setElement} />}
                    </Section>
                  </Card>
                </div>
              </div>
            )}
          </Section>
        )}
        {current === 'deadlines' && <Card title={t('case.tab.deadlines')}><Section what={t('case.tab.deadlines')} query={caseQueries.deadlines(caseNo)}>{({ deadlines }) => <><Deadlines deadlines={deadlines} /><p className="sm sub">{t('case.calendar')}</p></>}</Section></Card>}
        {current === 'related' && <Card title={t('case.tab.related')}><Section what={t('case.tab.related')} query={caseQueries.related(caseNo)}>{({ related }) => <Related related={related} />}</Section></Card>}
        {current === 'readers' && <Card title={t('case.tab.readers')}><Section what={t('case.tab.readers')} query={caseQueries.readers(caseNo)}>{({ readers }) => <Readers readers={readers} />}</Section></Card>}
      </div>
      <KeyBarState>{t('case.recorded')}</KeyBarState>
    </>
  );
};

/** A click inside a step means the step: events carry the step's element. */
function elementOf(clicked: string | null, known: readonly string[], xml: string | null): string | null {
  if (clicked === null || known.includes(clicked) || xml === null) return clicked;
  const inside = new DOMParser().parseFromString(xml, 'application/xml').querySelector(`[id="${CSS.escape(clicked)}"]`)?.parentElement?.id;
  return inside && known.includes(inside) ? inside : null;
}

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { asProblem, codeText, problemText, type RowResult, type Task, type TaskPage, type TaskView } from '@/api';
import { countsKey } from '@/api/counts';
import { useMe } from '@/api/me';
import { Failed, focusLine, FullState, groupLine, Icon, KeyBarState, Loading, Notice, stopsOf, WorkTable, type Group } from '@/components';
import { paths } from '@/config/paths';
import { eraDateWithDay, timeOfDay, today } from '@/format/dates';
import { useLanguage, useT, type MessageKey } from '@/i18n';
import { useKeys } from '@/keys';
import { assignTasks, claimTasks, giveBackTasks, holdTask, resumeTask } from './api/act-on-tasks';
import { freshQuery, tasksKey, tasksQuery, type TaskFilter } from './api/get-tasks';
import { AssignDialog } from './components/assign-dialog';
import { useColumns } from './components/columns';
import { densityWord, DisplayDialog } from './components/display-dialog';
import { FilterChips, useChips } from './components/filter-chips';
import { HoldDialog } from './components/hold-dialog';
import { PreviewPane } from './components/preview-pane';
import { SelectionBar, type BulkAct } from './components/selection-bar';
import styles from './inbox-page.module.css';
import { mainWord, may, mayAssign, mayGiveBack } from './model/acts';
import { rowHeights, useDisplay } from './model/display';
import { differences, groupByUrgency, isQuick, quickFilters, urgencies, type Urgency } from './model/filters';

interface Said { readonly look: 'done' | 'over' | 'wait'; readonly lines: readonly string[] }
type Asked = { readonly act: 'hold' | 'assign'; readonly tasks: readonly Task[] } | null;

const groupWord = (urgency: Urgency): MessageKey => `inbox.group.${urgency}`;

/** The rows of a view, page by page, kept in place until the person asks for what is new. */
function useRows(filter: TaskFilter) {
  const client = useQueryClient();
  const query = useInfiniteQuery(tasksQuery(filter));
  const rows = useMemo(() => {
    const seen = new Set<string>();
    return (query.data?.pages ?? []).flatMap((page) => page.rows).filter((row) => !seen.has(row.id) && seen.add(row.id));
  }, [query.data]);
  const last = query.data?.pages.at(-1);
  useEffect(() => {
    if (last) client.setQueryData(countsKey, last.counts);
  }, [client, last]);
  const now = useQuery({ ...freshQuery(filter, rows.length), enabled: query.isSuccess, refetchOnMount: false, initialData: undefined });
  const patch = useCallback(
    (changed: readonly Task[]) => {
      if (changed.length === 0) return;
      const byId = new Map(changed.map((task) => [task.id, task]));
      client.setQueryData(tasksKey(filter), (data: typeof query.data) => data && {
        ...data,
        pages: data.pages.map((page: TaskPage) => ({
          ...page,
          rows: page.rows.map((row) => (byId.has(row.id) ? { ...byId.get(row.id)!, due: row.due, dueState: row.dueState } : row)),
        })),
      });
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the filter is one value by its parts
    [client, filter.view],
  );
  return { query, rows, now, patch };
}

/** The words for a bulk answer: how many went well, and per reason how many did not. */
function wordsFor(act: BulkAct, results: readonly RowResult[], t: ReturnType<typeof useT>): Said {
  const done = results.filter(({ ok }) => ok).length;
  const reasons = new Map<string, number>();
  for (const { ok, code, params } of results) {
    if (!ok) {
      const why = codeText(code ?? 'unknown', params);
      reasons.set(why, (reasons.get(why) ?? 0) + 1);
    }
  }
  const lines = [...reasons].map(([why, n]) => t('inbox.done.problem', { n, why }));
  return { look: lines.length > 0 ? 'wait' : 'done', lines: [...(done > 0 ? [t(`inbox.done.${act}`, { n: done })] : []), ...lines] };
}

const rowResult = (task: Task) => (work: Promise<unknown>): Promise<RowResult> =>
  work.then(() => ({ id: task.id, ok: true }), (error: unknown) => {
    const { code, params } = asProblem(error);
    return { id: task.id, ok: false, code, params };
  });

/** S01 自分の仕事: one list for every view; a view is a filter. */
export const InboxPage = ({ view }: { view: TaskView }) => {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const { officer, menu, roles } = useMe();
  const [search, setSearch] = useSearchParams();
  const [display, setDisplay] = useDisplay(officer.no);
  const [displayOpen, setDisplayOpen] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set(['later']));
  const [asked, setAsked] = useState<Asked>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);

  const filter: TaskFilter = { view, kind: search.get('kind') };
  const quick = search.get('q');
  const { query, rows, now, patch } = useRows(filter);
  const counts = query.data?.pages.at(-1)?.counts;
  const shown = useMemo(() => rows.filter((task) => (!isQuick(quick) || quickFilters[quick](task)) && (filter.kind === null || task.kind === filter.kind)), [rows, quick, filter.kind]);
  const groups: readonly Group<Task>[] = useMemo(() => {
    const byUrgency = groupByUrgency(shown);
    return urgencies
      .map((urgency) => ({ id: urgency, label: t(groupWord(urgency)), rows: byUrgency.get(urgency)!, folded: folded.has(urgency) }))
      .filter((group) => group.rows.length > 0)
      .map((group, _, all) => ({ ...group, folded: group.folded && all.length > 1 }));
  }, [shown, folded, t]);
  const stops = useMemo(() => stopsOf(groups), [groups]);
  const [cursor, setCursor] = useState<string | null>(() => search.get('row'));
  const here = cursor !== null && stops.includes(cursor) ? cursor : stops[0] ?? null;
  const settled = useSettled(here, 150);
  const focused = shown.find((task) => task.id === settled) ?? null;

  const filterText = [...search].filter(([name]) => name !== 'row').map(([name, value]) => `${name}=${value}`).join('&');
  const chips = useChips(rows, counts?.[view] ?? rows.length);
  const columns = useColumns(officer.no, display.names, display.columns);
  const memoColumns = useDeferredValue(columns);

  // the address carries the filter and the row, so that Back and a copied link restore the view
  useEffect(() => {
    if (settled === null || settled === search.get('row') || settled.startsWith('group:')) return;
    const next = new URLSearchParams(search);
    next.set('row', settled);
    setSearch(next, { replace: true, preventScrollReset: true });
  }, [settled, search, setSearch]);

  const changes = now.data && query.isSuccess && now.dataUpdatedAt > query.dataUpdatedAt
    ? differences(rows, now.data.rows, now.data.next === null || now.data.rows.length >= rows.length)
    : null;
  const changedText = changes?.changed.map((task) => `${task.id}:${task.version}`).join() ?? '';
  const changedRows = useRef<readonly Task[]>([]);
  changedRows.current = changes?.changed ?? [];
  useEffect(() => {
    if (changedText !== '') patch(changedRows.current);
  }, [changedText, patch]);

  const reload = () => {
    setSaid(null);
    void query.refetch();
  };
  const byId = (id: string | null) => shown.find((task) => task.id === id) ?? null;
  const targets = (): readonly Task[] => {
    if (selected.size > 0) return shown.filter((task) => selected.has(task.id));
    const task = byId(here);
    return task ? [task] : [];
  };

  const settle = async (act: BulkAct, work: Promise<readonly RowResult[]>) => {
    setBusy(true);
    setAsked(null);
    try {
      const results = await work;
      setSaid(wordsFor(act, results, t));
      setSelected(new Set(results.filter(({ ok }) => !ok).map(({ id }) => id).filter((id) => selected.has(id))));
      if (results.some(({ ok }) => ok)) await query.refetch();
    } catch (error) {
      setSaid({ look: 'over', lines: [problemText(asProblem(error))] });
    } finally {
      setBusy(false);
    }
  };

  const act = (kind: BulkAct, tasks: readonly Task[]) => {
    if (busy) return;
    const allowed = {
      claim: (task: Task) => may(task, 'claim'), assign: (task: Task) => mayAssign(task, roles), giveBack: mayGiveBack,
      hold: (task: Task) => may(task, 'hold'), resume: (task: Task) => may(task, 'resume'),
    }[kind];
    const able = tasks.filter(allowed);
    const ids = able.map(({ id }) => id);
    if (able.length === 0) setSaid({ look: 'wait', lines: [t('inbox.cannot')] });
    else if (kind === 'hold' || kind === 'assign') setAsked({ act: kind, tasks: able });
    else if (kind === 'claim') void settle('claim', claimTasks(ids));
    else if (kind === 'giveBack') void settle('giveBack', giveBackTasks(ids));
    else void settle('resume', Promise.all(able.map((task) => rowResult(task)(resumeTask(task)))));
  };

  const open = async (task: Task) => {
    const word = mainWord(task, officer.no);
    if (word === null) return void navigate(paths.case.getHref(task.caseNo));
    if (task.claimedBy?.no !== officer.no && may(task, 'claim')) {
      setBusy(true);
      const [result] = await claimTasks([task.id]).catch((error: unknown) => {
        const { code, params } = asProblem(error);
        return [{ id: task.id, ok: false, code, params } as RowResult];
      });
      setBusy(false);
      if (!result?.ok) return setSaid(wordsFor('claim', result ? [result] : [], t));
    }
    void navigate(task.duty === 'check' ? paths.check.getHref(task.id) : paths.entry.getHref(task.id), { state: { from: `${window.location.pathname}${window.location.search}` } });
  };

  const fold = useCallback((id: string) => setFolded((before) => {
    const next = new Set(before);
    if (!next.delete(id)) next.add(id);
    return next;
  }), []);
  const toggle = useCallback((id: string) => setSelected((before) => {
    const next = new Set(before);
    if (!next.delete(id)) next.add(id);
    return next;
  }), []);
  const moveTo = (id: string | undefined) => {
    if (id === undefined) return;
    setCursor(id);
    focusLine(id);
  };
  const position = here === null ? -1 : stops.indexOf(here);
  const step = (by: number) => moveTo(stops[Math.max(0, Math.min(stops.length - 1, position + by))]);
  const extend = (by: number) => {
    const next = stops[position + by];
    setSelected((before) => new Set([...before, ...[here, next].filter((id): id is string => !!id && !id.startsWith('group:'))]));
    moveTo(next);
  };
  const groupHere = groups.find((group) => groupLine(group.id) === here || group.rows.some((task) => task.id === here));
  const openHere = useRef(open);
  openHere.current = open;
  const rowsHere = useRef(shown);
  rowsHere.current = shown;
  const openById = useCallback((id: string) => {
    const task = rowsHere.current.find((row) => row.id === id);
    if (task) void openHere.current(task);
  }, []);

  const choose = (text: string) => {
    setSelected(new Set());
    setSearch(new URLSearchParams(text), { replace: false });
  };
  const mayStart = menu.includes('inbox') || menu.length === 0;

  useKeys('list', {
    'start-reception': mayStart ? () => void navigate(paths.start.getHref()) : undefined,
    'list.up': () => step(-1),
    'list.down': () => step(here === null ? 0 : 1),
    'list.pageUp': () => step(-10),
    'list.pageDown': () => step(10),
    'list.first': () => moveTo(stops[0]),
    'list.last': () => moveTo(stops.at(-1)),
    'list.extendUp': () => extend(-1),
    'list.extendDown': () => extend(1),
    'list.fold': () => { if (groupHere && !groupHere.folded && groups.length > 1) { fold(groupHere.id); moveTo(groupLine(groupHere.id)); } },
    'list.unfold': () => { if (groupHere?.folded) { fold(groupHere.id); moveTo(groupHere.rows[0]?.id); } },
    'list.open': () => {
      if (here?.startsWith('group:') && groupHere) { fold(groupHere.id); moveTo(groupHere.rows[0]?.id); return; }
      const task = byId(here);
      if (task) void open(task);
    },
    'list.select': () => { if (here && !here.startsWith('group:')) toggle(here); },
    'list.selectGroup': () => { if (groupHere) setSelected((before) => new Set([...before, ...groupHere.rows.map(({ id }) => id)])); },
    'list.claim': () => act('claim', targets()),
    'list.giveBack': () => act('giveBack', targets()),
    'list.hold': () => act('hold', targets()),
    'list.next': () => moveTo(stops.slice(position + 1).concat(stops).find((id) => byId(id)?.status === 'returned')),
    'list.unselect': selected.size > 0 ? () => setSelected(new Set()) : undefined,
    ...Object.fromEntries(chips.slice(0, 9).map((chip, index) => [`list.view${index + 1}`, () => choose(chip.query)])),
  });

  const chosen = shown.filter((task) => selected.has(task.id));
  const acts = (['claim', 'assign', 'giveBack', 'hold', 'resume'] as const).filter((kind) =>
    chosen.some((task) => (kind === 'giveBack' ? mayGiveBack(task) : kind === 'assign' ? mayAssign(task, roles) : may(task, kind))));
  const title = t(`inbox.title.${view}`);
  const loadMore = useCallback(() => { if (query.hasNextPage && !query.isFetchingNextPage && !query.isError) void query.fetchNextPage(); }, [query]);
  const day = rows.length > 0 && view === 'mine'
    ? t('inbox.day', { today: rows.filter((task) => task.dueState === 'today').length, over: rows.filter((task) => task.dueState === 'over').length })
    : '';

  return (
    <div className={styles.page} data-density={display.density}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <span className="sub">{eraDateWithDay(today(), language)}　{day}</span>
        <span className="grow" />
        {view === 'mine' && (counts?.team ?? 0) > 0 && (
          <button type="button" className="btn small plain no-print" onClick={() => void navigate(`${paths.inboxTeam.getHref()}?q=free`)}><Icon name="people" size={14} />{t('inbox.fromTeam', { n: counts!.team })}</button>
        )}
        {mayStart && <button type="button" className="btn small primary no-print" onClick={() => void navigate(paths.start.getHref())}>{t('inbox.start')} <kbd className="kbd">F2</kbd></button>}
      </header>
      <div className={`${styles.chips} no-print`}>
        <FilterChips chips={chips} query={filterText} more={query.hasNextPage} onChoose={choose} />
        <span className="grow" />
        <span className="sm sub nw">{t('inbox.order')}</span>
        <button type="button" className={styles.display} onClick={() => setDisplayOpen(true)}>{t('inbox.display', { density: t(densityWord(display.density)) })}<Icon name="down" size={14} /></button>
      </div>
      <div role="status" aria-live="polite" className={styles.said}>
        {said && said.lines.length > 0 && <Notice look={said.look} actions={<button type="button" className="btn small quiet" onClick={() => setSaid(null)}>{t('app.close')}</button>}>{said.lines.map((line) => <p key={line}>{line}</p>)}</Notice>}
        {changes && (changes.added > 0 || changes.gone > 0) && (
          <Notice look="info" actions={<button type="button" className="btn small" onClick={reload}>{t('inbox.show')}</button>}>
            {[changes.added > 0 && t('inbox.added', { n: changes.added }), changes.gone > 0 && t('inbox.gone', { n: changes.gone })].filter(Boolean).join('　')}
          </Notice>
        )}
      </div>
      <div className={`${styles.split} ${display.preview && rows.length > 0 ? '' : styles.whole}`}>
        <div className={styles.list}>
          {query.isPending && <Loading what={t('inbox.what')} onAgain={reload} />}
          {query.isError && rows.length === 0 && <Failed what={t('inbox.what')} error={query.error} onAgain={reload} />}
          {query.isSuccess && shown.length === 0 && <Empty view={view} filtered={filterText !== ''} counts={counts} loaded={rows.length} onClear={() => choose('')} onGo={(to) => void navigate(to)} />}
          {shown.length > 0 && (
            <WorkTable
              label={`${title} ${t('list.count', { n: shown.length })}`}
              groups={groups}
              columns={memoColumns}
              rowHeight={rowHeights[display.density]}
              cursor={here}
              selected={selected}
              onCursor={setCursor}
              onSelect={toggle}
              onOpen={openById}
              onFold={fold}
              onNearEnd={loadMore}
              busy={query.isFetching}
              foot={query.hasNextPage && <p className={styles.more}><button type="button" className="btn small plain" onClick={loadMore}>{t('app.more')}</button></p>}
            />
          )}
          {chosen.length > 0 && <SelectionBar count={chosen.length} acts={acts} onAct={(kind) => act(kind, chosen)} onNone={() => setSelected(new Set())} />}
        </div>
        {display.preview && rows.length > 0 && (
          <PreviewPane
            task={focused}
            officer={officer.no}
            names={display.names}
            main={focused && mainWord(focused, officer.no)}
            canGiveBack={focused !== null && mayGiveBack(focused)}
            onMain={(task) => void open(task)}
            onGiveBack={(task) => act('giveBack', [task])}
          />
        )}
      </div>
      <KeyBarState>{query.isSuccess && t('inbox.refresh', { time: timeOfDay(new Date(Math.max(query.dataUpdatedAt, now.dataUpdatedAt))) })}</KeyBarState>
      {displayOpen && <DisplayDialog display={display} onChange={setDisplay} onClose={() => setDisplayOpen(false)} />}
      {asked?.act === 'hold' && (
        <HoldDialog count={asked.tasks.length} onClose={() => setAsked(null)}
          onHold={(reason, until) => void settle('hold', Promise.all(asked.tasks.map((task) => rowResult(task)(holdTask(task, reason, until)))))} />
      )}
      {asked?.act === 'assign' && (
        <AssignDialog count={asked.tasks.length} onClose={() => setAsked(null)} onAssign={(to) => void settle('assign', assignTasks(asked.tasks.map(({ id }) => id), to))} />
      )}
    </div>
  );
};

/** The value once it has stayed for a while: the preview follows the cursor without slowing it. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

interface EmptyProps { readonly view: TaskView; readonly filtered: boolean; readonly counts: TaskPage['counts'] | undefined; readonly loaded: number; readonly onClear: () => void; readonly onGo: (to: string) => void }

/** からっぽ: told as the good news it is, with what could come next. */
const Empty = ({ view, filtered, counts, loaded, onClear, onGo }: EmptyProps) => {
  const t = useT();
  if (filtered) {
    return (
      <FullState icon="search" title={t('inbox.empty.filter')} actions={<button type="button" className="btn" onClick={onClear}>{t('inbox.empty.clear')}</button>}>
        <p className="sub">{t('inbox.empty.filterDo', { n: counts?.[view] ?? loaded })}</p>
      </FullState>
    );
  }
  const checks = counts?.check ?? 0;
  const team = counts?.team ?? 0;
  const offer = view === 'mine' && team > 0 ? 'team' : view !== 'check' && checks > 0 ? 'check' : view !== 'team' && team > 0 ? 'team' : null;
  return (
    <FullState icon="tick" title={t(`inbox.empty.${view}`)}
      actions={offer && <button type="button" className="btn" onClick={() => onGo(offer === 'team' ? paths.inboxTeam.getHref() : paths.inboxCheck.getHref())}>{t(offer === 'team' ? 'inbox.empty.choose' : 'inbox.empty.toCheck')}</button>}>
      {offer === 'team' && <p>{t('inbox.empty.team-rest', { n: team })}</p>}
      {offer === 'check' && <p>{t('inbox.empty.check-rest', { n: checks })}</p>}
    </FullState>
  );
};

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useNavigation, useSearchParams } from 'react-router';
import type { Task, TaskView } from '@/api';
import { useMe } from '@/api/me';
import { Failed, Icon, KeyBarState, Loading, Notice, WorkTable } from '@/components';
import { paths } from '@/config/paths';
import { timeOfDay } from '@/format/dates';
import { useT } from '@/i18n';
import { useKeys } from '@/keys';
import { AssignDialog } from './components/assign-dialog';
import { useColumns } from './components/columns';
import { densityWord, DisplayDialog } from './components/display-dialog';
import { EmptyInbox } from './components/empty-inbox';
import { FilterChips, useChips } from './components/filter-chips';
import { HoldDialog } from './components/hold-dialog';
import { InboxHead } from './components/inbox-head';
import { PreviewPane } from './components/preview-pane';
import { SelectionBar } from './components/selection-bar';
import styles from './inbox-page.module.css';
import { mainWord, mayGiveBack } from './model/acts';
import { rowHeights, useDisplay } from './model/display';
import { isQuick, quickFilters } from './model/filters';
import { useActs } from './model/use-acts';
import { useCursor } from './model/use-cursor';
import { useRows, useSettled } from './model/use-rows';

/** S01 自分の仕事: one list for every view; a view is a filter. */
export const InboxPage = ({ view }: { view: TaskView }) => {
  const t = useT();
  const navigate = useNavigate();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const leaving = useNavigation().state !== 'idle';
  const [display, setDisplay] = useDisplay(me.officer.no);
  const [displayOpen, setDisplayOpen] = useState(false);
  const { query, rows, counts, changes, loadMore, asOf } = useRows(view);
  const quick = search.get('q');
  const kind = search.get('kind');
  const shown = useMemo(() => rows.filter((task) => (!isQuick(quick) || quickFilters[quick](task)) && (kind === null || task.kind === kind)), [rows, quick, kind]);
  const list = useCursor(shown, search.get('row'));
  const { here, selected } = list;
  const settled = useSettled(here, 150);
  const byId = (id: string | null): Task | null => shown.find((task) => task.id === id) ?? null;
  const focused = byId(settled);
  const chosen = shown.filter((task) => selected.has(task.id));
  const { said, quiet, asking, stopAsking, act, open, actsFor, hold, assign } = useActs({ me, selected, select: list.select, reload: query.refetch });
  const columns = useColumns(me.officer.no, display.names, display.columns);
  const chips = useChips(rows, counts?.[view] ?? rows.length);
  const filterText = [...search].filter(([name]) => name !== 'row').map(([name, value]) => `${name}=${value}`).join('&');

  // the address carries the filter and the row, so that Back and a copied link restore the view
  useEffect(() => {
    if (leaving || settled === null || settled === search.get('row') || settled.startsWith('group:')) return; // never overtakes a way to another page
    const next = new URLSearchParams(search);
    next.set('row', settled);
    setSearch(next, { replace: true, preventScrollReset: true });
  }, [leaving, settled, search, setSearch]);

  const choose = (text: string) => {
    list.select(new Set());
    setSearch(new URLSearchParams(text));
  };
  const reload = () => {
    quiet();
    void query.refetch();
  };
  const targets = (): readonly Task[] => {
    const task = byId(here);
    return chosen.length > 0 ? chosen : task ? [task] : [];
  };
  const latest = useRef({ shown, open });
  useEffect(() => { latest.current = { shown, open }; });
  const openById = useCallback((id: string) => {
    const task = latest.current.shown.find((row) => row.id === id);
    if (task) void latest.current.open(task);
  }, []);
  const mayStart = me.menu.includes('inbox') || me.menu.length === 0;

  useKeys('list', {
    'start-reception': mayStart ? () => void navigate(paths.start.getHref()) : undefined,
    'list.up': () => list.step(-1),
    'list.down': () => list.step(1),
    'list.pageUp': () => list.step(-10),
    'list.pageDown': () => list.step(10),
    'list.first': list.first,
    'list.last': list.last,
    'list.extendUp': () => list.extend(-1),
    'list.extendDown': () => list.extend(1),
    'list.fold': list.foldHere,
    'list.unfold': () => { list.unfold(); },
    'list.open': () => { if (!list.unfold() && here !== null) openById(here); },
    'list.select': list.toggleHere,
    'list.selectGroup': list.selectGroup,
    'list.claim': () => act('claim', targets()),
    'list.giveBack': () => act('giveBack', targets()),
    'list.hold': () => act('hold', targets()),
    'list.next': () => list.next((id) => byId(id)?.status === 'returned'),
    'list.unselect': selected.size > 0 ? () => list.select(new Set()) : undefined,
    ...Object.fromEntries(chips.slice(0, 9).map((chip, index) => [`list.view${index + 1}`, () => choose(chip.query)])),
  });

  const withPreview = display.preview && rows.length > 0;
  return (
    <div className={styles.page} data-density={display.density}>
      <InboxHead view={view} rows={rows} counts={counts} mayStart={mayStart} />
      <div className={`${styles.chips} no-print`}>
        <FilterChips chips={chips} query={filterText} more={query.hasNextPage} onChoose={choose} />
        <span className="grow" />
        <span className="sm sub nw">{t('inbox.order')}</span>
        <button type="button" className={styles.display} onClick={() => setDisplayOpen(true)}>{t('inbox.display', { density: t(densityWord(display.density)) })}<Icon name="down" size={14} /></button>
      </div>
      <div role="status" aria-live="polite" className={styles.said}>
        {said && <Notice look={said.look} actions={<button type="button" className="btn small quiet" onClick={quiet}>{t('app.close')}</button>}>{said.lines.map((line) => <p key={line}>{line}</p>)}</Notice>}
        {changes && (changes.added > 0 || changes.gone > 0) && (
          <Notice look="info" actions={<button type="button" className="btn small" onClick={reload}>{t('inbox.show')}</button>}>
            {[changes.added > 0 && t('inbox.added', { n: changes.added }), changes.gone > 0 && t('inbox.gone', { n: changes.gone })].filter(Boolean).join('　')}
          </Notice>
        )}
      </div>
      <div className={`${styles.split} ${withPreview ? '' : styles.whole}`}>
        <div className={styles.list}>
          {query.isPending && <Loading what={t('inbox.what')} onAgain={reload} />}
          {query.isError && rows.length === 0 && <Failed what={t('inbox.what')} error={query.error} onAgain={reload} />}
          {query.isSuccess && shown.length === 0 && <EmptyInbox view={view} filtered={filterText !== ''} counts={counts} loaded={rows.length} onClear={() => choose('')} />}
          {shown.length > 0 && (
            <WorkTable
              label={`${t(`inbox.title.${view}`)} ${t('list.count', { n: shown.length })}`}
              groups={list.groups}
              columns={columns}
              rowHeight={rowHeights[display.density]}
              cursor={here}
              selected={selected}
              onCursor={list.setCursor}
              onSelect={list.toggle}
              onOpen={openById}
              onFold={list.fold}
              onNearEnd={loadMore}
              busy={query.isFetching}
              foot={query.hasNextPage && <p className={styles.more}><button type="button" className="btn small plain" onClick={loadMore}>{t('app.more')}</button></p>}
            />
          )}
          {chosen.length > 0 && <SelectionBar count={chosen.length} acts={actsFor(chosen)} onAct={(one) => act(one, chosen)} onNone={() => list.select(new Set())} />}
        </div>
        {withPreview && (
          <PreviewPane
            task={focused}
            officer={me.officer.no}
            names={display.names}
            main={focused && mainWord(focused, me.officer.no)}
            canGiveBack={focused !== null && mayGiveBack(focused)}
            onMain={(task) => void open(task)}
            onGiveBack={(task) => act('giveBack', [task])}
          />
        )}
      </div>
      <KeyBarState>{query.isSuccess && t('inbox.refresh', { time: timeOfDay(asOf) })}</KeyBarState>
      {displayOpen && <DisplayDialog display={display} onChange={setDisplay} onClose={() => setDisplayOpen(false)} />}
      {asking?.act === 'hold' && <HoldDialog count={asking.tasks.length} onClose={stopAsking} onHold={hold} />}
      {asking?.act === 'assign' && <AssignDialog tasks={asking.tasks.map(({ id }) => id)} onClose={stopAsking} onAssign={assign} />}
    </div>
  );
};

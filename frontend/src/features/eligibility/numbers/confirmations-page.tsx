import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { asProblem, problemText } from '@/api';
import { Failed, FullState, KeyBarState, Loading, Notice } from '@/components';
import { paths } from '@/config/paths';
import { today } from '@/format/dates';
import { useT } from '@/i18n';
import { useKeys } from '@/keys';
import { confirmationsQuery, startSettling, states, type Confirmation, type ListState } from './api';
import { ConfirmationTable } from './confirmation-table';
import styles from './confirmations.module.css';

const moveRow = (by: number) => {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
};

/** Starts the two-person case of a row and goes on to its entry; a second click does nothing twice. */
function useSettle() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const intentions = useRef(new Map<string, string>());
  const start = useMutation({
    mutationFn: (row: Confirmation) => startSettling(row.id, today(), intentions.current.get(row.id)!),
    onSuccess: ({ caseNo, taskId }) => void navigate(taskId ? paths.entry.getHref(taskId) : paths.case.getHref(caseNo)),
    onError: (_, row) => { intentions.current.delete(row.id); },
    onSettled: () => void client.invalidateQueries({ queryKey: ['number-confirmations'] }),
  });
  const settle = (row: Confirmation) => {
    if (intentions.current.has(row.id)) return;
    intentions.current.set(row.id, crypto.randomUUID());
    start.mutate(row);
  };
  return { settle, error: start.error };
}

/** 個人番号の確認リスト: whose number is blank, different or another's; each row is settled by two people in a case of its own. */
export const ConfirmationsPage = () => {
  const t = useT();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const state: ListState = search.get('state') === 'settled' ? 'settled' : 'open';
  const list = useInfiniteQuery(confirmationsQuery(state));
  const { settle, error } = useSettle();
  useKeys('numbers', { 'numbers.down': () => moveRow(1), 'numbers.up': () => moveRow(-1), 'numbers.back': () => void navigate(-1) });
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const counts = pages[0]?.counts;
  return (
    <div className={styles.page}>
      <header><h1>{t('nav.numbers')}</h1><p className="sub">{t('numbers.lead')}</p></header>
      <div role="group" aria-label={t('numbers.which')} className={styles.filters}>
        {states.map((one) => (
          <button key={one} type="button" className={styles.filter} aria-pressed={one === state} onClick={() => setSearch(one === 'open' ? {} : { state: one }, { replace: true })}>
            {t(`numbers.state.${one}`)}{counts && <span className={styles.count}>{counts[one]}</span>}
          </button>
        ))}
      </div>
      {error && <Notice look="over" role="alert">{problemText(asProblem(error))}</Notice>}
      {list.isPending && <Loading what={t('nav.numbers')} onAgain={() => void list.refetch()} />}
      {list.isError && <Failed what={t('nav.numbers')} error={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <FullState icon="tick" title={t(`numbers.none.${state}`)}><p>{t('numbers.noneDo')}</p></FullState>}
      {rows.length > 0 && <ConfirmationTable rows={rows} state={state} onSettle={pages[0]?.maySettle ? settle : null} />}
      {list.hasNextPage && <p><button type="button" className="btn small plain" onClick={() => void list.fetchNextPage()}>{t('app.more')}</button></p>}
      <KeyBarState>{t('numbers.recorded')}</KeyBarState>
    </div>
  );
};

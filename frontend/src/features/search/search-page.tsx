import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { api, asProblem, type SearchHit, type SearchPage as Page } from '@/api';
import { Failed, FullState, Icon, KeyBarState, Loading, Notice, type IconName } from '@/components';
import { looksLikePersonalNumber } from '@/components/personal-number';
import { paths } from '@/config/paths';
import { eraDate } from '@/format/dates';
import { isMessageKey, useLanguage, useT, type MessageKey } from '@/i18n';
import { useKeys } from '@/keys';
import styles from './search-page.module.css';

const kinds = ['all', 'case', 'person', 'household'] as const;
type Kind = (typeof kinds)[number];
/** What was asked lives in the history's state: Back restores it, and no name stands in an address. */
interface Asked { readonly q?: string; readonly kind?: Kind; readonly refused?: boolean }

const icons: Readonly<Record<string, IconName>> = { case: 'folder', person: 'people', household: 'house' };

const hrefOf = (hit: SearchHit): string | null =>
  hit.caseNo ? paths.case.getHref(hit.caseNo) : hit.addresseeNo ? paths.person.getHref(hit.addresseeNo) : null;

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

const Hit = ({ hit }: { hit: SearchHit }) => {
  const t = useT();
  const language = useLanguage();
  const href = hrefOf(hit);
  return (
    <li className={styles.hit}>
      <Icon name={icons[hit.kind] ?? 'page'} />
      <span className={styles.title}>
        {href ? <Link to={href} className={hit.kind === 'case' ? undefined : 'name'}>{hit.title}</Link> : hit.title}
        {hit.folded && <span className={styles.folded}>{t('search.folded', { text: hit.folded })}</span>}
      </span>
      <span className="sub">{hit.facts.map((fact) => (isoDay.test(fact) ? eraDate(fact, language) : fact)).join('　')}</span>
    </li>
  );
};

const focusHit = (by: number) => {
  const links = [...document.querySelectorAll<HTMLElement>(`.${styles.hit} a`)];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
};

/** S09 さがす: one box; results by kind with two facts each; variants are folded and named. */
export const SearchPage = () => {
  const t = useT();
  const id = useId();
  const navigate = useNavigate();
  const location = useLocation();
  const state = (location.state ?? {}) as Asked;
  const asked = state.q ?? '';
  const kind: Kind = state.kind ?? 'all';
  const [text, setText] = useState(asked);
  const [shown, setShown] = useState(asked);
  if (shown !== asked) {
    setShown(asked);
    setText(asked);
  }
  const refused = state.refused === true;
  const found = useInfiniteQuery({
    queryKey: ['search', asked, kind],
    queryFn: ({ pageParam, signal }) => api<Page>('POST', '/api/search', { body: { q: asked, kind, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: asked !== '' && !refused,
    staleTime: 30_000,
  });
  const go = (value: string, within: Kind) => {
    const plain = value.trim();
    if (looksLikePersonalNumber(plain)) {
      setText('');
      void navigate(paths.search.getHref(), { state: { refused: true } satisfies Asked, replace: true });
      return;
    }
    void navigate(paths.search.getHref(), { state: { q: plain, kind: within } satisfies Asked, replace: asked === '' });
  };
  useKeys('search', {
    'search.down': () => focusHit(1),
    'search.up': () => focusHit(-1),
    'search.back': () => void (window.history.length > 1 ? navigate(-1) : navigate('/')),
  });
  const hits = found.data?.pages.flatMap((page) => page.results) ?? [];
  const narrow = found.data?.pages.some((page) => page.narrow) ?? false;
  const byKind = [...new Set(hits.map((hit) => hit.kind))].map((one) => ({ kind: one, hits: hits.filter((hit) => hit.kind === one) }));
  const kindWord = (one: string): MessageKey => (isMessageKey(`search.kind.${one}`) ? (`search.kind.${one}` as MessageKey) : 'search.kind.all');
  const problem = found.isError ? asProblem(found.error) : null;
  return (
    <div className={styles.page}>
      <h1>{t('search.title')}</h1>
      <form role="search" aria-label={t('search.title')} className={styles.form} onSubmit={(event) => { event.preventDefault(); go(text, kind); }}>
        <label htmlFor={id}>{t('search.label')}</label>
        <p className="sm sub" id={`${id}-h`}>{t('search.help')}</p>
        <div className="row">
          <input id={id} className={`input ${styles.box}`} value={text} autoComplete="off" autoFocus aria-describedby={`${id}-h`} onChange={(event) => setText(event.target.value)} />
          <button type="submit" className="btn primary">{t('search.do')}</button>
        </div>
      </form>
      <div role="group" aria-label={t('search.within')} className={styles.kinds}>
        {kinds.map((one) => <button key={one} type="button" className={styles.kind} aria-pressed={one === kind} onClick={() => go(asked, one)}>{t(kindWord(one))}</button>)}
      </div>
      {refused && <Notice look="over" role="alert" title={t('search.number')}>{t('search.numberDo')}</Notice>}
      {!refused && asked !== '' && found.isPending && <Loading what={t('search.what')} onAgain={() => void found.refetch()} />}
      {problem && (problem.code === 'search.personal-number'
        ? <Notice look="over" role="alert" title={t('search.number')}>{t('search.numberDo')}</Notice>
        : <Failed what={t('search.what')} error={problem} onAgain={() => void found.refetch()} />)}
      {found.isSuccess && hits.length === 0 && (
        <FullState icon="search" title={t('search.none', { text: asked })}>
          <p>{t('search.noneDo')}</p>
        </FullState>
      )}
      {byKind.map((group) => (
        <section key={group.kind} aria-labelledby={`${id}-${group.kind}`}>
          <h2 id={`${id}-${group.kind}`} className={styles.group}>{t(kindWord(group.kind))}<span className="sub sm">　{t(found.hasNextPage ? 'list.countMore' : 'list.count', { n: group.hits.length })}</span></h2>
          <ul>{group.hits.map((hit, index) => <Hit key={`${hit.caseNo ?? hit.addresseeNo ?? ''}${index}`} hit={hit} />)}</ul>
        </section>
      ))}
      {narrow && !found.hasNextPage && <Notice look="info" title={t('search.narrow')} />}
      {found.hasNextPage && <p><button type="button" className="btn small plain" onClick={() => void found.fetchNextPage()}>{t('app.more')}</button></p>}
      <KeyBarState>{t('search.recorded')}</KeyBarState>
    </div>
  );
};

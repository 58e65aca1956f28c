import { Link } from 'react-router';
import type { Counts, TaskView } from '@/api';
import { FullState } from '@/components';
import { paths } from '@/config/paths';
import { useT } from '@/i18n';

const offerFor = (view: TaskView, counts: Counts | undefined): 'team' | 'check' | null => {
  const team = counts?.team ?? 0;
  const check = counts?.check ?? 0;
  if (view === 'mine' && team > 0) return 'team';
  if (view !== 'check' && check > 0) return 'check';
  return view !== 'team' && team > 0 ? 'team' : null;
};

interface EmptyInboxProps { readonly view: TaskView; readonly filtered: boolean; readonly counts: Counts | undefined; readonly loaded: number; readonly onClear: () => void }

/** からっぽ: told as the good news it is, with what could come next. */
export const EmptyInbox = ({ view, filtered, counts, loaded, onClear }: EmptyInboxProps) => {
  const t = useT();
  if (filtered) {
    return (
      <FullState icon="search" title={t('inbox.empty.filter')} actions={<button type="button" className="btn" onClick={onClear}>{t('inbox.empty.clear')}</button>}>
        <p className="sub">{t('inbox.empty.filterDo', { n: counts?.[view] ?? loaded })}</p>
      </FullState>
    );
  }
  const offer = offerFor(view, counts);
  return (
    <FullState icon="tick" title={t(`inbox.empty.${view}`)}
      actions={offer && <Link className="btn" to={offer === 'team' ? paths.inboxTeam.getHref() : paths.inboxCheck.getHref()}>{t(offer === 'team' ? 'inbox.empty.choose' : 'inbox.empty.toCheck')}</Link>}>
      {offer && <p>{t(offer === 'team' ? 'inbox.empty.team-rest' : 'inbox.empty.check-rest', { n: counts?.[offer] ?? 0 })}</p>}
    </FullState>
  );
};

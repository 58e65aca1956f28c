import { Link } from 'react-router';
import { asProblem, problemText } from '@/api';
import { Failed, FullState } from '@/components';
import { paths } from '@/config/paths';
import { useT } from '@/i18n';

/** この仕事は開けません: says why and what to do; who can check is named when the server names them. */
export const Refused = ({ error, what, onAgain, onNext }: { error: unknown; what: string; onAgain: () => void; onNext?: () => void }) => {
  const t = useT();
  const problem = asProblem(error);
  if (problem.status !== 403 && problem.status !== 404 && problem.status !== 409 && problem.status !== 410) return <Failed what={what} error={error} onAgain={onAgain} />;
  const ownWork = problem.code.startsWith('casework.check.') || problem.code.startsWith('casework.confirmation.');
  const whoCan = problem.body['whoCan'] ?? problem.params['whoCan'];
  const names = Array.isArray(whoCan) ? whoCan.join(t('app.listComma')) : typeof whoCan === 'string' ? whoCan : '';
  return (
    <FullState
      icon={ownWork ? 'two' : 'lock'}
      heading="h1"
      title={ownWork ? t('check.refused') : t('work.refused')}
      actions={
        <>
          <Link className="btn" to={paths.inbox.getHref()}>{t('state.toInbox')}</Link>
          {onNext && <button type="button" className="btn plain" onClick={onNext}>{t('check.nextCheck')}</button>}
        </>
      }
    >
      <p>{problemText(problem)}</p>
      {names !== '' && <p>{t('check.whoCan', { names })}</p>}
    </FullState>
  );
};

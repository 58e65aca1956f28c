import { Link } from 'react-router';
import { StatusChip } from '@/components';
import { paths } from '@/config/paths';
import { eraDate, shortDateTime } from '@/format/dates';
import { isMessageKey, useLanguage, useT, type Translate } from '@/i18n';
import type { Confirmation, ListState } from './api';
import styles from './confirmations.module.css';

const word = (t: Translate, kind: 'reason' | 'outcome', key: string): string => {
  const message = `numbers.${kind}.${key}`;
  return isMessageKey(message) ? t(message) : key;
};

const CaseLink = ({ caseNo }: { caseNo: string }) => <Link className="mono nw" to={paths.case.getHref(caseNo)}>{caseNo}</Link>;

/** How far a row is: nobody at it, two people at it, or settled by them. */
const State = ({ row }: { row: Confirmation }) => {
  const t = useT();
  if (row.settled) return <><StatusChip look="done" /><span className={styles.second}>{word(t, 'outcome', row.settled.outcome)}</span></>;
  return <StatusChip look={row.settlingIn ? 'doing' : 'new'} />;
};

const Act = ({ row, onSettle }: { row: Confirmation; onSettle: ((row: Confirmation) => void) | null }) => {
  const t = useT();
  const inCase = row.settled?.caseNo ?? row.settlingIn;
  if (inCase) return <><CaseLink caseNo={inCase} />{row.settled && <span className={styles.second}>{shortDateTime(row.settled.at)}</span>}</>;
  if (!onSettle) return null;
  return <button type="button" className="btn small" aria-label={t('numbers.settleOf', { name: row.name ?? row.addresseeNo })} onClick={() => onSettle(row)}>{t('numbers.settle')}</button>;
};

/** The rows: person, what differs, in which notice, since when, how far. */
export const ConfirmationTable = ({ rows, state, onSettle }: { rows: readonly Confirmation[]; state: ListState; onSettle: ((row: Confirmation) => void) | null }) => {
  const t = useT();
  const language = useLanguage();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t(`numbers.state.${state}`)}>
      <table className={styles.table}>
        <caption className="vh">{t(`numbers.state.${state}`)}</caption>
        <thead><tr>{(['found', 'person', 'differs', 'notice', 'registered', 'progress', 'case'] as const).map((column) => <th key={column} scope="col">{t(`numbers.${column}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="nw">{eraDate(row.foundAt, language)}</td>
              <th scope="row"><Link to={paths.person.getHref(row.addresseeNo)} className="name" data-row-link>{row.name ?? t('numbers.nameless')}</Link><span className={`mono ${styles.second}`}>{row.addresseeNo}</span></th>
              <td>{word(t, 'reason', row.reason)}</td>
              <td><CaseLink caseNo={row.caseNo} /></td>
              <td className="nw">{t(row.registered ? 'numbers.isRegistered' : 'numbers.notRegistered')}</td>
              <td><State row={row} /></td>
              <td className="nw"><Act row={row} onSettle={onSettle} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

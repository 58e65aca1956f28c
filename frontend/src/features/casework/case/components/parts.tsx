import { Link } from 'react-router';
import type { CaseEvent, CasePerson, Deadline, RelatedCase, RoomDocument, SourcePaper } from '@/api';
import { Icon, SideLine, SideList } from '@/components';
import { paths } from '@/config/paths';
import { ageOn, eraDate, eraDateWithDay, monthDay, shortDateTime, today } from '@/format/dates';
import { isMessageKey, useLanguage, useT } from '@/i18n';
import { titleOf } from '../model/event-words';
import styles from './parts.module.css';

const None = () => { const t = useT(); return <p className="sub">{t('app.none')}</p>; };

/** 人・世帯: who is in the case; a link only where the register knows the person. */
export const People = ({ people, short = false }: { people: readonly CasePerson[]; short?: boolean }) => {
  const t = useT();
  const language = useLanguage();
  if (people.length === 0) return <None />;
  const facts = (person: CasePerson) => [person.relationship, person.birthDate && (short ? t('case.age', { n: ageOn(person.birthDate, today()) }) : t('case.born', { date: eraDate(person.birthDate, language), age: ageOn(person.birthDate, today()) })), ...(short ? [] : [person.addressMasked ? t('person.masked') : person.address, person.numberState && t(person.numberState === 'none' ? 'case.number.none' : 'case.number.registered')])].filter(Boolean).join(t('app.listDot'));
  return (
    <SideList>
      {people.map((person, index) => (
        <SideLine key={person.addresseeNo ?? index} right={person.protectedPerson ? <b className={styles.over}>{t('case.protected')}</b> : person.state ?? undefined}>
          {person.addresseeNo && !short ? <Link className="name" to={paths.person.getHref(person.addresseeNo)}>{person.name}</Link> : <span className={`name ${index === 0 ? 'bold' : ''}`}>{person.name}</span>}
          {!short && person.kana && <span className="sm">{person.kana}</span>}
          <span className="sub sm">{facts(person)}</span>
        </SideLine>
      ))}
    </SideList>
  );
};

const dueWord = (deadline: Deadline, language: 'ja' | 'en', short: boolean) =>
  deadline.due === null ? '' : short ? monthDay(deadline.due, language) : eraDateWithDay(deadline.due, language);

/** 期限: legal and internal, each with what it rests on. */
export const Deadlines = ({ deadlines, short = false }: { deadlines: readonly Deadline[]; short?: boolean }) => {
  const t = useT();
  const language = useLanguage();
  if (deadlines.length === 0) return <None />;
  return (
    <SideList>
      {deadlines.map((deadline) => (
        <SideLine key={deadline.label} right={<span className={deadline.state === 'over' || deadline.state === 'late' ? styles.over : undefined}>{dueWord(deadline, language, short)}　{t(`case.deadline.${deadline.state}`)}</span>}>
          <Icon name="clock" />{deadline.label}
          {!short && deadline.basis && <span className="sub sm">{t('case.basis', { text: deadline.basis })}</span>}
        </SideLine>
      ))}
    </SideList>
  );
};

export const Papers = ({ sources, short = false }: { sources: readonly SourcePaper[]; short?: boolean }) => {
  const t = useT();
  if (sources.length === 0) return <None />;
  return (
    <SideList>
      {sources.map((paper) => (
        <SideLine key={paper.id} right={t('case.pages', { n: paper.pages.length })}>
          <Icon name="page" />{paper.title}
          {!short && <span className={styles.pages}>{paper.pages.map((page) => <a key={page.no} href={`/api/documents/${encodeURIComponent(paper.id)}/pages/${page.no}`} target="_blank" rel="noreferrer">{t('case.page', { n: page.no })}</a>)}</span>}
        </SideLine>
      ))}
    </SideList>
  );
};

export const RoomDocuments = ({ documents }: { documents: readonly RoomDocument[] }) => {
  const t = useT();
  return documents.length === 0 ? <None /> : (
    <SideList>
      {documents.map((document, index) => (
        <SideLine key={document.id ?? index} right={[document.state, document.at && shortDateTime(document.at)].filter(Boolean).join('　')}>
          <Icon name={document.place ? 'lock' : 'print'} />
          {document.printJob ? <a href={`/api/print-jobs/${encodeURIComponent(document.printJob)}.pdf`} target="_blank" rel="noreferrer">{document.title ?? document.label}</a> : document.title ?? document.label}
          <span className="sub sm">{[document.place, ...(document.facts ?? [])].filter(Boolean).join(t('app.listDot'))}</span>
        </SideLine>
      ))}
    </SideList>
  );
};

export const Related = ({ related }: { related: readonly RelatedCase[] }) => {
  const t = useT();
  if (related.length === 0) return <None />;
  const why = (reason: string) => { const key = `case.why.${reason}`; return isMessageKey(key) ? t(key) : reason; };
  return (
    <SideList>
      {related.map((other) => (
        <SideLine key={other.caseNo} right={[why(other.why), other.status === 'withdrawn' ? t('status.withdrawn') : other.status && other.status !== 'open' && t('status.done')].filter(Boolean).join(t('app.listDot'))}>
          <Link className="mono" to={paths.case.getHref(other.caseNo)}>{other.caseNo}</Link>{other.label}
        </SideLine>
      ))}
    </SideList>
  );
};

/** 見た人の記録: open to everyone who may open the case. */
export const Readers = ({ readers }: { readers: readonly CaseEvent[] }) => {
  const t = useT();
  if (readers.length === 0) return <None />;
  const purpose = (event: CaseEvent) => { const key = `purpose.${event.purpose ?? ''}`; return isMessageKey(key) ? t(key) : titleOf(event, t); };
  return (
    <table className={styles.table}>
      <caption className="vh">{t('case.tab.readers')}</caption>
      <thead><tr><th scope="col">{t('case.reader.at')}</th><th scope="col">{t('case.reader.who')}</th><th scope="col">{t('case.reader.terminal')}</th><th scope="col">{t('case.reader.what')}</th></tr></thead>
      <tbody>
        {readers.map((event, index) => (
          <tr key={`${event.at}-${index}`}>
            <td><time dateTime={event.at}>{shortDateTime(event.at)}</time></td>
            <td className="name">{event.actors.map(({ name }) => name).join(t('app.listDot'))}</td>
            <td className="mono">{event.terminal}</td>
            <td>{purpose(event)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

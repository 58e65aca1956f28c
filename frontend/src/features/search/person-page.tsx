import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, asProblem, problemText } from '@/api';
import { Card, Failed, FullState, Icon, KeyBarState, Loading, Notice, SideLine, SideList } from '@/components';
import { paths } from '@/config/paths';
import { ageOn, eraDate, today } from '@/format/dates';
import { useLanguage, useT, type MessageKey } from '@/i18n';
import { useKeys } from '@/keys';
import { useNavigate } from 'react-router';
import styles from './person-page.module.css';

interface Person {
  readonly addresseeNo: string; readonly name: string; readonly kana: string; readonly alias: string | null; readonly romanName: string | null; readonly birthDate: string; readonly sex: string;
  readonly postalCode: string | null; readonly address: string | null; readonly addressNote: string | null; readonly formerAddress: string | null;
  readonly protectedPerson: boolean; readonly addressMasked: boolean; readonly nationality: string | null; readonly residenceStatus: string | null; readonly residenceUntil: string | null;
  readonly since: string | null; readonly until: string | null;
}
interface Member { readonly addresseeNo: string; readonly name: string; readonly kana: string; readonly birthDate: string; readonly relationship: string }
interface Period { readonly kind: string; readonly insuredNumber: string | null; readonly since: string; readonly until: string | null; readonly reason: string | null }
interface PersonView { readonly person: Person; readonly household: { readonly householdNo: string; readonly members: readonly Member[] } | null; readonly insured: readonly Period[]; readonly maybeSamePerson: readonly string[] }

/** 人: one resident with household and insured periods. Opening it is one recorded read. */
export const PersonPage = () => {
  const t = useT();
  const language = useLanguage();
  const navigate = useNavigate();
  const { addresseeNo = '' } = useParams();
  const found = useQuery({ queryKey: ['person', addresseeNo], queryFn: ({ signal }) => api<PersonView>('GET', `/api/people/${encodeURIComponent(addresseeNo)}`, { signal }), staleTime: 60_000 });
  useKeys('search', { 'search.back': () => void navigate(-1) });
  if (found.isPending) return <Loading what={t('person.what')} onAgain={() => void found.refetch()} />;
  if (found.isError) {
    const problem = asProblem(found.error);
    return problem.status === 403 || problem.status === 404
      ? <FullState icon={problem.status === 404 ? 'search' : 'lock'} heading="h1" title={t(problem.status === 404 ? 'person.notFound' : 'person.notYours')}><p>{problemText(problem)}</p></FullState>
      : <Failed what={t('person.what')} error={problem} onAgain={() => void found.refetch()} />;
  }
  const { person, household, insured, maybeSamePerson } = found.data;
  const facts: readonly (readonly [MessageKey, string | null])[] = [
    ['person.kana', person.kana],
    ['person.alias', person.alias],
    ['person.roman', person.romanName],
    ['person.birth', `${eraDate(person.birthDate, language)}${t('app.brackets', { text: t('case.age', { n: ageOn(person.birthDate, today()) }) })}`],
    ['person.sex', t(person.sex === '1' ? 'person.sex.1' : person.sex === '2' ? 'person.sex.2' : 'person.sex.9')],
    ['person.address', person.addressMasked ? t('person.masked') : [person.postalCode && `〒${person.postalCode.replace(/^(\d{3})(\d{4})$/, '$1-$2')}`, person.address, person.addressNote].filter(Boolean).join('　')],
    ['person.former', person.formerAddress],
    ['person.nationality', [person.nationality, person.residenceStatus, person.residenceUntil && eraDate(person.residenceUntil, language)].filter(Boolean).join('　') || null],
    ['person.number', person.addresseeNo],
  ];
  return (
    <div className={styles.page}>
      <header>
        <h1 className="name">{person.name}</h1>
        {person.protectedPerson && <Notice look="over" title={t('case.protected')}>{t('person.protectedDo')}</Notice>}
        {maybeSamePerson.length > 0 && <Notice look="returned" title={t('person.same', { n: maybeSamePerson.length })}>{maybeSamePerson.map((no) => <Link key={no} className="mono" to={paths.person.getHref(no)}>{no}　</Link>)}</Notice>}
      </header>
      <div className={styles.columns}>
        <Card title={t('person.facts')}>
          <dl className={styles.facts}>{facts.filter(([, value]) => value).map(([label, value]) => <div key={label}><dt>{t(label)}</dt><dd>{value}</dd></div>)}</dl>
        </Card>
        <div className={styles.stack}>
          <Card title={t('person.household')} aside={<span className="mono sub">{household?.householdNo}</span>}>
            <SideList>
              {household?.members.map((member) => (
                <SideLine key={member.addresseeNo} right={`${eraDate(member.birthDate, language)}${t('app.brackets', { text: t('case.age', { n: ageOn(member.birthDate, today()) }) })}`}>
                  {member.addresseeNo === person.addresseeNo ? <b className="name">{member.name}</b> : <Link className="name" to={paths.person.getHref(member.addresseeNo)}>{member.name}</Link>}
                  <span className="sub sm">{member.relationship}</span>
                </SideLine>
              )) ?? <li className="sub">{t('app.none')}</li>}
            </SideList>
          </Card>
          <Card title={t('person.insured')}>
            <SideList>
              {insured.length === 0 && <li className="sub">{t('person.notInsured')}</li>}
              {insured.map((period, index) => (
                <SideLine key={index} right={period.reason}>
                  <Icon name="shield" />{period.kind}<span className="mono">{period.insuredNumber}</span>
                  <span className="sub sm">{t('person.period', { from: eraDate(period.since, language), to: period.until ? eraDate(period.until, language) : '' })}</span>
                </SideLine>
              ))}
            </SideList>
          </Card>
        </div>
      </div>
      <KeyBarState>{t('person.recorded')}</KeyBarState>
    </div>
  );
};

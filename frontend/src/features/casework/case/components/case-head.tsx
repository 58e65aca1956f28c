import type { CaseOverview } from '@/api';
import { DueLabel, Icon, StampBox, StatusChip, type ChipLook } from '@/components';
import { ageOn, eraDate, monthDay, today } from '@/format/dates';
import { useLanguage, useT } from '@/i18n';
import styles from './case-head.module.css';

const NumberState = ({ head }: { head: CaseOverview }) => {
  const t = useT();
  return (
    <span className={styles.fact}>
      <Icon name="lock" size={14} />
      {t(head.numberState === 'none' ? 'case.number.none' : 'case.number.registered')}
      {(head.reveals ?? 0) > 0 && <b>{t('case.number.revealed', { n: head.reveals! })}</b>}
    </span>
  );
};

/** The head of the case: which, whose, how far, how late, and who stamped. */
export const CaseHead = ({ head }: { head: CaseOverview }) => {
  const t = useT();
  const language = useLanguage();
  const { status } = head;
  return (
    <header className={styles.head}>
      <div className={styles.left}>
        <p className={styles.path}>
          <span className="mono">{head.caseNo}</span>
          {head.sectionName && <span>{t('app.listDot')}{head.sectionName}</span>}
          {head.receivedOn && <span>{t('app.listDot')}{t('case.received', { date: monthDay(head.receivedOn, language) })} {head.channel}</span>}
          {head.counterNote && <span>{t('app.listDot')}{head.counterNote}</span>}
        </p>
        <h1 className={styles.title}>
          {head.title ?? head.kindLabel}
          <StatusChip look={status === 'withdrawn' ? 'hold' : (status as ChipLook)} {...(status === 'withdrawn' ? { label: 'status.withdrawn' as const } : {})} />
          {status !== 'done' && status !== 'withdrawn' && <span className={styles.due}><DueLabel due={head.due} state={head.dueState} businessDays={null} inline /></span>}
        </h1>
        <p className={styles.who}>
          {head.subjectName && <span><b className="name">{head.subjectName}</b>{head.subjectKana && `　${head.subjectKana}`}</span>}
          {head.birthDate && <span>{t('case.born', { date: eraDate(head.birthDate, language), age: ageOn(head.birthDate, today()) })}</span>}
          {head.insuredNumber && <span>{t('case.insuredNumber')} <span className="mono">{head.insuredNumber}</span></span>}
          <NumberState head={head} />
          {head.protectedPerson && <span className={styles.guarded}><Icon name="shield" size={14} />{t('case.protected')}</span>}
        </p>
      </div>
      {head.stamps.length > 0 && <StampBox stamps={head.stamps} />}
    </header>
  );
};

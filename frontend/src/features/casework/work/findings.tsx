import { Notice, type NoticeLook } from '@/components';
import { useT } from '@/i18n';
import type { Fact, Finding } from './types';
import styles from './work.module.css';

const looks: Record<Finding['level'], NoticeLook> = { info: 'info', warn: 'returned', block: 'over' };

/** 気をつけること: what the rules say of these values, with the article of law. */
export const Findings = ({ findings }: { findings: readonly Finding[] }) => (
  <>
    {findings.map((finding) => (
      <Notice key={finding.code + finding.message} look={looks[finding.level]}>
        {finding.message}{finding.article && <span className="muted sm">　{finding.article}</span>}
      </Notice>
    ))}
  </>
);

/** 判断のもと: the facts a decision rests on. */
export const Basis = ({ basis }: { basis: readonly Fact[] }) => {
  const t = useT();
  if (basis.length === 0) return null;
  return (
    <section className={styles.basis} aria-label={t('work.basis')}>
      <h2>{t('work.basis')}</h2>
      <dl>{basis.map(({ label, value }) => <div key={label + value}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
};

import { useT } from '@/i18n';
import styles from './seal.module.css';

/** Two characters of the family name, counted as people see them (surrogates and variation selectors stay whole). */
export function sealName(name: string): string {
  const family = name.trim().split(/[\s\u3000]/u)[0] ?? '';
  const graphemes = [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(family)];
  return graphemes.slice(0, 2).map(({ segment }) => segment).join('');
}

interface SealProps {
  readonly duty: 'do' | 'check';
  readonly text: string;
  readonly empty?: boolean;
  readonly me?: boolean;
  readonly large?: boolean;
}

/** 印: one round seal; blue for entry, purple for the second person, dashed while nobody has acted. */
export const Seal = ({ duty, text, empty = false, me = false, large = false }: SealProps) => {
  const look = [styles.seal, styles[duty], empty && styles.empty, me && styles.me, large && styles.large];
  return <span aria-hidden="true" className={look.filter(Boolean).join(' ')}>{text}</span>;
};

interface SealPairProps {
  readonly doer: string | null;
  readonly checker: string | null;
  /** Which of the two is the person signed in. */
  readonly mine?: 'do' | 'check' | null;
}

/** 入力・確認: the one sign of the two-person rule. */
export const SealPair = ({ doer, checker, mine = null }: SealPairProps) => {
  const t = useT();
  const none = t('seal.notYet');
  return (
    <span className={styles.pair} role="img" aria-label={t('seal.pair', { doer: doer ?? none, checker: checker ?? none })}>
      <Seal duty="do" text={doer ? sealName(doer) : t('seal.entryEmpty')} empty={!doer} me={mine === 'do'} />
      <Seal duty="check" text={checker ? sealName(checker) : t('seal.checkEmpty')} empty={!checker} me={mine === 'check'} />
    </span>
  );
};

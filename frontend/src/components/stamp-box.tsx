import type { Stamp } from '@/api';
import { shortDate } from '@/format/dates';
import { stepHead } from '@/format/labels';
import { useT } from '@/i18n';
import { Seal, sealName } from './seal';
import styles from './stamp-box.module.css';

interface Cell {
  readonly key: string;
  readonly head: string;
  readonly duty: 'do' | 'check';
  readonly name: string | null;
  readonly foot: string;
  readonly waiting: boolean;
  readonly mine?: boolean;
}

interface StampBoxProps {
  readonly stamps: readonly Stamp[];
  /** Steps still to come, by their names (係長, 交付 …). */
  readonly toCome?: readonly string[];
  /** The most cells to show; earlier ones fold into the history. */
  readonly most?: number;
  /** The duty that I am doing now in the last round: its cell says so. */
  readonly now?: 'do' | 'check';
}

function cellsOf(stamp: Stamp, words: { check: string; waiting: string; returned: string }): Cell[] {
  const { doer, checker, outcome } = stamp;
  const id = `${stamp.stepKey}-${stamp.round}`;
  return [
    { key: `${id}-do`, head: stepHead(stamp.stepLabel), duty: 'do', name: doer?.name ?? null, foot: doer?.at ? shortDate(doer.at) : '', waiting: !doer },
    {
      key: `${id}-check`, head: words.check, duty: 'check', name: checker?.name ?? null, waiting: !checker && outcome === 'open' && doer !== null,
      foot: outcome === 'returned' ? words.returned : checker?.at ? shortDate(checker.at) : '',
    },
  ];
}

/** 決裁欄: who entered and who checked each round, as the office knows it from paper. */
export const StampBox = ({ stamps, toCome = [], most = 6, now }: StampBoxProps) => {
  const t = useT();
  const words = { check: t('seal.check'), waiting: t('seal.waiting'), returned: t('stamp.returned') };
  const last = stamps.at(-1);
  const acted = stamps.flatMap((stamp) => cellsOf(stamp, words)).map((cell): Cell => (
    now && last && last.outcome === 'open' && cell.key === `${last.stepKey}-${last.round}-${now}` ? { ...cell, mine: true, waiting: true, foot: t('stamp.working') } : cell
  ));
  const rest: Cell[] = toCome.map((head) => ({ key: head, head, duty: 'do', name: null, foot: '', waiting: false }));
  const shown = [...acted, ...rest];
  const cells = acted.length >= most ? acted.slice(-most) : shown.slice(0, most);
  return (
    <ol className={styles.box} aria-label={t('stamp.box')}>
      {cells.map((cell) => (
        <li key={cell.key}>
          <span className={styles.head}>{cell.head}</span>
          <span className="vh">{cell.name ?? t('seal.notYet')}</span>
          <Seal large duty={cell.duty} empty={cell.mine || (!cell.name && !cell.waiting)} me={cell.mine ?? false} text={cell.mine ? t('seal.me') : cell.name ? sealName(cell.name) : cell.waiting ? words.waiting : ''} />
          <small>{cell.foot || '\u00a0'}</small>
        </li>
      ))}
    </ol>
  );
};

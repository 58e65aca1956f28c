import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Icon } from '@/components';
import { DiffText } from '@/components/diff-text';
import { FieldControl, refusalText, type FieldSpec } from '@/components/fields';
import type { Spot } from '@/components/source';
import { sealName } from '@/components/seal';
import { useLanguage, useT, type Language, type Translate } from '@/i18n';
import { formatJapaneseDay, shownForm, typedForm, type FieldValue } from '@/jp';
import { isLeftOut } from '../work/left-out';
import { reasonText } from '../work/reasons';
import type { CheckItem } from '../work/types';
import styles from './check.module.css';
import { attemptText, cropUrl, handOf, isOpen, isRight, isWrong, readAttempt, specOf } from './item-spec';
import { ReasonPicker } from './reason-picker';
import { RevealDialog } from './reveal-dialog';
import type { Answer } from './use-check';

interface VerifyItemProps {
  readonly taskId: string;
  readonly item: CheckItem;
  readonly active: boolean;
  readonly busy: boolean;
  readonly doer: string;
  readonly spot: Spot | null;
  /** 入力まちがい was chosen and waits for its reason. */
  readonly asking: boolean;
  readonly reopened: boolean;
  /** A later round: says which items were changed since. */
  readonly again: boolean;
  readonly onActivate: () => void;
  readonly onAttempt: (value: FieldValue) => void;
  readonly onAnswer: (answer: Answer, reason?: string, note?: string) => void;
  readonly onAsk: (asking: boolean) => void;
  readonly onReopen: () => void;
}

/** A value set beside another: a date without its weekday, which would only double every difference. */
const compared = (value: FieldValue, spec: FieldSpec, language: Language): string =>
  spec.type === 'jp-date' && language === 'ja' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !value.endsWith('-99') ? formatJapaneseDay(value) : shownForm(value, spec, language);

const Entered = ({ item, spec }: { item: CheckItem; spec: FieldSpec }) => {
  const t = useT();
  const language = useLanguage();
  if (item.type === 'blanks' && Array.isArray(item.value)) return <ul className={styles.blanks}>{item.value.map((label) => <li key={label}>{label}</li>)}</ul>;
  if (item.type === 'rows') return <span>{t('check.rows', { n: Number(item.value ?? 0) })}</span>;
  return <span className={spec.type === 'jp-name' ? 'name' : undefined}>{shownForm(item.value ?? null, spec, language) || typedForm(item.value ?? null, spec) || t('conflict.empty')}</span>;
};

const look = (item: CheckItem, active: boolean) => (isRight(item) ? 'tick' : isWrong(item) || item.state === 'differs' ? 'alert' : active ? 'right' : 'ring');

const AnswerButton = ({ n, label, active, busy, onPress }: { n: number; label: string; active: boolean; busy: boolean; onPress: () => void }) => (
  <button type="button" className="btn plain small" aria-disabled={busy || undefined} onClick={() => !busy && onPress()}>
    {label}{active && <kbd className="kbd" aria-hidden="true">{n}</kbd>}
  </button>
);

/** 確かめる項目: one of two kinds, to type again without seeing, or to compare with the source. */
export const VerifyItem = (props: VerifyItemProps) => {
  const { item, active, asking, again, onActivate } = props;
  const t = useT();
  const labelId = useId();
  const spec = specOf(item);
  const decided = !isOpen(item) && !props.reopened;
  return (
    <li className={`${styles.item} ${active ? styles.active : ''} ${isWrong(item) || item.state === 'differs' ? styles.wrong : ''}`} data-item={item.key} aria-current={active ? 'step' : undefined}>
      <span className={`${styles.sign} ${isRight(item) ? styles.right : ''}`}><Icon name={look(item, active)} /></span>
      <span id={labelId} className={styles.label}>
        {nameOf(item, t)}
        {again && item.changed && <span className={styles.changed}>{t('check.changed')}</span>}
      </span>
      <div className={styles.content}>
        {decided ? <Decided {...props} spec={spec} />
          : item.kind === 'compare' ? <Compare {...props} spec={spec} labelId={labelId} />
            : item.state === 'differs' ? <Differs {...props} spec={spec} />
              : active ? <Reenter {...props} spec={spec} labelId={labelId} />
                : <button type="button" className={styles.open} onClick={onActivate}>{spec.type === 'jp-mynumber' ? t('check.numberHow') : t('check.openReenter')}<span className="vh">（{item.label}）</span></button>}
        {asking && <ReasonPicker onChoose={(reason, note) => props.onAnswer('entry-mistake', reason, note)} onCancel={() => props.onAsk(false)} />}
      </div>
    </li>
  );
};

/** 生年月日（2人目） */
export const nameOf = (item: { readonly label: string; readonly row?: number | null }, t: Translate): string =>
  item.row === null || item.row === undefined ? item.label : t('check.ofPerson', { label: item.label, n: item.row + 1 });

type Part = VerifyItemProps & { readonly spec: FieldSpec; readonly labelId?: string };

const Reenter = ({ item, spec, active, busy, onAttempt, onAnswer }: Part) => {
  const t = useT();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [value, setValue] = useState<FieldValue>(null);
  const [error, setError] = useState<string | null>(null);
  const attempts = item.attemptsLeft;
  useEffect(() => {
    if (active) box.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [active, attempts]);
  const hand = handOf(item);
  const isNumber = spec.type === 'jp-mynumber';
  const send = () => {
    if (busy) return;
    const reading = value === null ? { kind: 'empty' as const } : readAttempt(attemptText(value), spec);
    if (reading.kind === 'empty') setError(t('check.empty', { label: item.label }));
    else if (reading.kind === 'refused') setError(refusalText(item.label, reading, language));
    else onAttempt(reading.value);
  };
  return (
    <div ref={box} data-attempt={item.key}>
      <div className={styles.line}>
        <label className="vh" htmlFor={id}>{item.label}</label>
        <FieldControl
          id={id} spec={spec} path={item.key} label={item.label} value={value} invalid={error !== null} describedBy={`${id}-how`}
          onValue={(next) => {
            setError(null);
            if (isNumber && typeof next === 'string') onAttempt(next);
            else setValue(next);
          }}
        />
        {!isNumber && (
          <span id={`${id}-how`} className="sub sm">
            {hand ? t('check.countHow') : spec.type === 'jp-postal' ? t('check.postalHow') : t('check.reenterHow')} <kbd className="kbd">Enter</kbd>
          </span>
        )}
        <button type="button" className="vh" tabIndex={-1} data-send onClick={send}>{t('check.send')}</button>
      </div>
      {error !== null && <p role="alert" className={styles.error}><Icon name="alert" size={14} /> {error}</p>}
      <div className={styles.cannot} role="group" aria-label={t('check.cannot')}>
        <button type="button" className="btn small quiet" onClick={() => !busy && onAnswer('unreadable')}>{t('check.unreadable')} <kbd className="kbd" aria-hidden="true">3</kbd></button>
        <button type="button" className="btn small quiet" onClick={() => !busy && onAnswer('source-wrong')}>{t('check.sourceWrong')} <kbd className="kbd" aria-hidden="true">4</kbd></button>
      </div>
    </div>
  );
};

/** A number is never set beside another; it can be shown once, for this purpose alone. */
const NumberDiffers = ({ item, taskId }: { item: CheckItem; taskId: string }) => {
  const t = useT();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <p className="sub">
      {t('check.numberNever')} <button type="button" className="linklike" onClick={() => setOpen(true)}>{t('reveal.open')}</button>
      {open && <RevealDialog taskId={taskId} field={item.key} label={nameOf(item, t)} onClose={close} />}
    </p>
  );
};

const Both = ({ item, spec, doer, taskId }: Part) => {
  const t = useT();
  const language = useLanguage();
  if (spec.type === 'jp-mynumber') return <NumberDiffers item={item} taskId={taskId} />;
  if (item.value === undefined || item.mine === undefined) return null;
  const [mine, theirs] = [compared(item.mine ?? null, spec, language), compared(item.value ?? null, spec, language)];
  return (
    <dl className={styles.both}>
      <div><dt>{t('app.you')}</dt><dd><DiffText text={mine} against={theirs} /></dd></div>
      <div><dt>{t('check.of', { name: sealName(doer) })}</dt><dd><DiffText text={theirs} against={mine} /></dd></div>
    </dl>
  );
};

const Differs = (props: Part) => {
  const { item, active, busy, onAnswer, onAsk, onActivate } = props;
  const t = useT();
  return (
    <>
      <p className={styles.differs}>{t('check.differs')}</p>
      <Both {...props} />
      <div className={styles.answers} role="group" aria-label={item.label} onFocus={onActivate}>
        {item.attemptsLeft > 0 && <AnswerButton n={1} label={t('check.retype')} active={active} busy={busy} onPress={() => onAnswer('retype')} />}
        <AnswerButton n={2} label={t('check.entryMistake')} active={active} busy={busy} onPress={() => onAsk(true)} />
        <AnswerButton n={3} label={t('check.unreadable')} active={active} busy={busy} onPress={() => onAnswer('unreadable')} />
        <AnswerButton n={4} label={t('check.sourceWrong')} active={active} busy={busy} onPress={() => onAnswer('source-wrong')} />
      </div>
    </>
  );
};

const Compare = ({ item, spec, active, busy, spot, onAnswer, onAsk, onActivate }: Part) => {
  const t = useT();
  if (item.state === 'closed') return <span className="muted">{t('check.closed')}</span>;
  return (
    <>
      <div className={styles.pair}>
        {spot && !isLeftOut(item) && <Framed caption={t('check.source')}><img src={cropUrl(spot)} alt={t('check.crop', { label: item.label })} /></Framed>}
        <Framed caption={t('seal.entry')}><Entered item={item} spec={spec} /></Framed>
        {isLeftOut(item) && <span className="sub sm">{t(item.type === 'blanks' ? 'check.blanksHow' : 'check.rowsHow')}</span>}
      </div>
      <div className={styles.answers} role="group" aria-label={item.label} onFocus={onActivate}>
        <AnswerButton n={1} label={t('check.same')} active={active} busy={busy} onPress={() => onAnswer('same')} />
        <AnswerButton n={2} label={t('check.entryMistake')} active={active} busy={busy} onPress={() => onAsk(true)} />
        <AnswerButton n={3} label={t('check.unreadable')} active={active} busy={busy} onPress={() => onAnswer('unreadable')} />
        <AnswerButton n={4} label={t('check.sourceWrong')} active={active} busy={busy} onPress={() => onAnswer('source-wrong')} />
      </div>
    </>
  );
};

const Framed = ({ caption, children }: { caption: string; children: ReactNode }) => (
  <figure className={styles.framed}>
    <div>{children}</div>
    <figcaption>{caption}</figcaption>
  </figure>
);

const words = { 'entry-mistake': 'check.entryMistake', unreadable: 'check.unreadable', 'source-wrong': 'check.sourceWrong' } as const;

const Decided = (props: Part) => {
  const { item, spec, onReopen } = props;
  const t = useT();
  const language = useLanguage();
  if (isRight(item)) {
    const shown = spec.type === 'jp-mynumber' ? '' : item.type === 'rows' ? t('check.rows', { n: Number(item.value ?? 0) }) : compared(item.value ?? null, spec, language);
    return (
      <div className={styles.line}>
        {shown !== '' && <b className={spec.type === 'jp-name' ? 'name' : undefined}>{shown}</b>}
        <span className={styles.matched}>{item.kind === 'reenter' ? t('check.matched') : t('check.same')}</span>
        {item.kind === 'compare' && <button type="button" className="linklike sm" onClick={onReopen}>{t('check.changeAnswer')}<span className="vh">（{item.label}）</span></button>}
      </div>
    );
  }
  const answer = words[item.state as keyof typeof words];
  return (
    <div className={styles.line}>
      <Both {...props} />
      <span className={styles.verdict}>
        <span className={styles.chip}><Icon name="back" size={14} /> {t('check.willReturn', { reason: item.reason ? reasonText(item.reason, t) : answer ? t(answer) : '' })}</span>
        <button type="button" className="linklike sm" onClick={onReopen}>{t('check.changeAnswer')}<span className="vh">（{item.label}）</span></button>
      </span>
    </div>
  );
};

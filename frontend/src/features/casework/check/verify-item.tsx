import { useId } from 'react';
import { Icon } from '@/components';
import type { FieldSpec } from '@/components/fields';
import type { Source } from '@/components/source';
import { useLanguage, useT } from '@/i18n';
import type { FieldValue } from '@/jp';
import { reasonText } from '../work/reasons';
import type { CheckItem } from '../work/types';
import { AnswerButton } from './answer-button';
import { BothValues } from './both-values';
import styles from './check.module.css';
import { Compare, type WrongAnswer } from './compare';
import { inOneLine } from './entered-value';
import { FieldPicker } from './field-picker';
import { nameOf } from './item-name';
import { fieldsOf, isOpen, isRight, isWrong, specOf } from './item-spec';
import { ReasonPicker } from './reason-picker';
import { Reenter } from './reenter';
import type { Answer } from './use-check';

/** An answer on its way: of which fields, and why, is still asked. */
export interface Asking { readonly answer: WrongAnswer; readonly fields: readonly string[] | null }

interface VerifyItemProps {
  readonly taskId: string;
  readonly item: CheckItem;
  readonly active: boolean;
  /** Sent, its answer still on the way. */
  readonly waiting: boolean;
  readonly busy: boolean;
  readonly ready: () => boolean;
  readonly doer: string;
  readonly sources: readonly Source[];
  readonly asking: Asking | null;
  readonly reopened: boolean;
  /** A later round: says which items were changed since. */
  readonly again: boolean;
  readonly typed: FieldValue;
  readonly onTyped: (value: FieldValue) => void;
  readonly onActivate: () => void;
  readonly onAttempt: (value: FieldValue) => void;
  readonly onTrouble: () => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly onAsk: (answer: WrongAnswer) => void;
  readonly onFields: (keys: readonly string[]) => void;
  readonly onReason: (reason: string, note?: string) => void;
  readonly onStopAsking: () => void;
  readonly onReopen: () => void;
}
type Part = VerifyItemProps & { readonly spec: FieldSpec };

export const answerWords = { 'entry-mistake': 'check.entryMistake', unreadable: 'check.unreadable', 'source-wrong': 'check.sourceWrong' } as const;
const look = (item: CheckItem, active: boolean) => (isRight(item) ? 'tick' : isWrong(item) || item.state === 'differs' ? 'alert' : active ? 'right' : 'ring');

/** 確かめる項目: to type again without seeing, or to compare with the source; one field, or the fields of one box of the paper. */
export const VerifyItem = (props: VerifyItemProps) => {
  const { item, active, waiting, asking, again, onActivate } = props;
  const t = useT();
  const labelId = useId();
  const spec = specOf(item);
  const decided = !isOpen(item) && !props.reopened;
  const typing = active || waiting;
  return (
    <li className={`${styles.item} ${active ? styles.active : ''} ${isWrong(item) || item.state === 'differs' ? styles.wrong : ''}`} data-item={item.key} aria-current={active ? 'step' : undefined}>
      <span className={`${styles.sign} ${isRight(item) ? styles.right : ''}`}><Icon name={look(item, active)} /></span>
      <span id={labelId} className={styles.label}>
        {nameOf(item, t)}
        {item.fields && <small className={styles.count}>{t('check.values', { n: item.fields.length })}</small>}
        {again && item.changed && <span className={styles.changed}>{t('check.changed')}</span>}
      </span>
      <div className={styles.content}>
        {decided ? <Decided {...props} spec={spec} />
          : item.kind === 'compare' ? <Compare item={item} active={active} busy={props.busy} ready={props.ready} sources={props.sources} onAnswer={props.onAnswer} onAsk={props.onAsk} onActivate={onActivate} />
            : item.state === 'differs' ? <Differs {...props} spec={spec} />
              : typing ? <Reenter {...props} spec={spec} />
                : <button type="button" className={styles.open} onClick={onActivate}>{spec.type === 'jp-mynumber' ? t('check.numberHow') : t('check.openReenter')}<span className="vh">（{item.label}）</span></button>}
        {asking && (asking.fields === null
          ? <FieldPicker fields={fieldsOf(item)} answer={t(answerWords[asking.answer])} onChoose={props.onFields} onCancel={props.onStopAsking} />
          : <ReasonPicker onChoose={props.onReason} onCancel={props.onStopAsking} />)}
      </div>
    </li>
  );
};

const Differs = (props: Part) => {
  const { item, active, busy, ready, onAnswer, onAsk, onActivate } = props;
  const t = useT();
  return (
    <>
      <p className={styles.differs}>{t('check.differs')}</p>
      <BothValues {...props} />
      <div className={styles.answers} role="group" aria-label={item.label} onFocus={onActivate}>
        {item.attemptsLeft > 0 && <AnswerButton n={1} label={t('check.retype')} active={active} busy={busy} ready={ready} onPress={() => onAnswer('retype')} />}
        <AnswerButton n={2} label={t('check.entryMistake')} active={active} busy={busy} ready={ready} onPress={() => onAsk('entry-mistake')} />
        <AnswerButton n={3} label={t('check.unreadable')} active={active} busy={busy} ready={ready} onPress={() => onAsk('unreadable')} />
        <AnswerButton n={4} label={t('check.sourceWrong')} active={active} busy={busy} ready={ready} onPress={() => onAsk('source-wrong')} />
      </div>
    </>
  );
};

const Decided = (props: Part) => {
  const { item, onReopen } = props;
  const t = useT();
  const language = useLanguage();
  const change = <button type="button" className="linklike sm" onClick={onReopen}>{t('check.changeAnswer')}<span className="vh">（{item.label}）</span></button>;
  if (isRight(item)) {
    return (
      <div className={styles.line}>
        {fieldsOf(item).map((field) => ({ field, line: inOneLine(field, t, language) })).filter(({ line }) => line !== '')
          .map(({ field, line }) => <b key={field.key} className={field.type === 'jp-name' ? 'name' : undefined}>{item.type === 'group' && /^(blanks|rows)$/.test(field.type) ? `${field.label} ${line}` : line}</b>)}
        <span className={styles.matched}>{item.kind === 'reenter' ? t('check.matched') : t('check.same')}</span>
        {item.kind === 'compare' && change}
      </div>
    );
  }
  return (
    <div className={styles.line}>
      {!item.fields && <BothValues {...props} />}
      <span className={styles.verdict}>
        {fieldsOf(item).filter(isWrong).map((field) => (
          <span key={field.key} className={styles.chip}><Icon name="back" size={14} /> {item.fields && `${field.label}　`}{t('check.willReturn', { reason: said(field, t) })}</span>
        ))}
        {change}
      </span>
    </div>
  );
};

const said = (field: CheckItem, t: ReturnType<typeof useT>): string => {
  const word = answerWords[field.state as keyof typeof answerWords];
  return field.reason ? reasonText(field.reason, t) : word ? t(word) : '';
};

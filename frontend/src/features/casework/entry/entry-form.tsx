import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { createPortal } from 'react-dom';
import { Failed, Icon, Loading } from '@/components';
import { Field, labelOf, RegisterField, RegisterSummary, useFieldServices, type FormSchema, type RegisterValue } from '@/components/fields';
import { useLanguage, useT } from '@/i18n';
import { ageShown, shownForm, type FieldValue } from '@/jp';
import type { ReturnedField, Values } from '../work/types';
import work from '../work/work.module.css';
import styles from './entry.module.css';
import type { FieldSlot } from './form-slots';
import { judge } from './judge';
import { ListHead } from './list-head';
import { reasonText } from '../work/reasons';
import { useFieldOrder, useForm } from './use-form';
import { valueAt, valuesOf } from './values';

export interface FormHandle {
  readonly values: () => Values;
  /** Shows every problem; answers how many there are. */
  readonly showProblems: () => number;
  readonly focusFirstProblem: () => void;
  readonly focusFirst: () => void;
  readonly focusField: (path: string) => boolean;
  readonly move: (by: 1 | -1) => boolean;
  readonly nextOpen: () => boolean;
}

export interface FormCounts { readonly problems: number; readonly toCorrect: number; readonly corrected: number }

interface EntryFormProps {
  readonly ref: Ref<FormHandle>;
  readonly schema: FormSchema;
  readonly values: Values;
  readonly register: Readonly<Record<string, RegisterValue>>;
  readonly returned: readonly ReturnedField[];
  /** Problems that the server found, by path. */
  readonly refused: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly main: React.RefObject<HTMLElement | null>;
  readonly onChanged: (path: string | null) => void;
  readonly onLeft: () => void;
  readonly onCounts: (counts: FormCounts) => void;
  readonly onFocusField: (path: string, slot: FieldSlot) => void;
}

const sameValue = (a: FieldValue, b: FieldValue | undefined) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** 入力の様式: the form-js schema of the step, its fields drawn by our parts. */
export const EntryForm = ({ ref, schema, values, register, returned, refused, readOnly, main, onChanged, onLeft, onCounts, onFocusField }: EntryFormProps) => {
  const t = useT();
  const language = useLanguage();
  const { today } = useFieldServices();
  const { slots, container, ready, failed, fields, heads } = useForm({ schema, values, readOnly, onChanged: () => onChanged(null) });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [showAll, setShowAll] = useState(false);
  const [rows, setRows] = useState<Readonly<Record<string, number>>>({});
  const [unlocked, setUnlocked] = useState<ReadonlySet<string>>(new Set());
  const [heard, setHeard] = useState<ReadonlySet<string>>(new Set());
  const touchedKana = useRef(new Set<string>());

  const showRow = useCallback((list: string, row: number) => {
    slots.head(list)?.show(row);
    setRows((before) => (before[list] === row ? before : { ...before, [list]: row }));
  }, [slots]);
  const order = useFieldOrder(container, showRow, main);

  const beside = useCallback((slot: FieldSlot, key: string) => slots.field([...slot.path.split('.').slice(0, -1), key].join('.')) ?? slots.field(key), [slots]);
  const judgements = useMemo(
    () => new Map(fields.map((slot) => [slot.path, judge(slot, (key) => beside(slot, key), today, language)])),
    [fields, beside, today, language],
  );
  const returnedBy = useMemo(() => new Map(returned.map((one) => [one.key, one])), [returned]);
  const isChanged = (slot: FieldSlot) => {
    const former = slot.spec.type === 'jp-mynumber' ? valueAt(values, slot.path) : returnedBy.get(slot.path)?.formerValue;
    return !sameValue(slot.value, former) && judgements.get(slot.path) === null;
  };

  const problems = fields.filter((slot) => judgements.get(slot.path) && (showAll || left.has(slot.path))).length + Object.keys(refused).filter((path) => !judgements.get(path)).length;
  const corrected = fields.filter((slot) => returnedBy.has(slot.path) && isChanged(slot)).length;
  const counts = useRef('');
  useEffect(() => {
    const next = { problems, corrected, toCorrect: returned.length - corrected };
    if (counts.current !== JSON.stringify(next)) {
      counts.current = JSON.stringify(next);
      onCounts(next);
    }
  });

  useImperativeHandle(ref, () => ({
    values: () => (ready ? valuesOf(slots.fields()) : values),
    showProblems: () => {
      setShowAll(true);
      return slots.fields().filter((slot) => judge(slot, (key) => beside(slot, key), today, language) !== null).length;
    },
    focusFirstProblem: () => {
      const first = fieldsInOrder(container.current, (path) => (judgements.get(path) ?? refused[path] ?? null) !== null);
      if (first) order.focusField(first);
    },
    focusFirst: () => {
      const first = fieldsInOrder(container.current, (path) => !register[path]);
      if (first) order.focusField(first);
    },
    focusField: order.focusField,
    move: order.move,
    nextOpen: order.nextOpen,
  }));

  /** A clerk opens the work and types: at what came back, or where the form is still empty. Whoever is in a field already stays there. */
  useEffect(() => {
    if (!ready || readOnly || container.current?.contains(document.activeElement) || order.nextOpen()) return;
    const empty = new Set(slots.fields().filter(({ value }) => value === null || value === undefined || value === '').map(({ path }) => path));
    const first = fieldsInOrder(container.current, (path) => empty.has(path) && !register[path]);
    if (first) order.focusField(first);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the form stands
  }, [ready]);

  const leave = (path: string) => setLeft((before) => (before.has(path) ? before : new Set(before).add(path)));
  const fill = (slot: FieldSlot, filled: Readonly<Record<string, FieldValue>>) => {
    const wanted = slot.spec.properties?.fills?.split(',') ?? [];
    for (const key of wanted) {
      const target = beside(slot, key);
      if (target && filled[key] !== undefined) slots.set(target, filled[key]);
    }
  };
  const hear = (slot: FieldSlot, kana: string) => {
    const target = slots.fields().find((one) => one.spec.properties?.from === slot.spec.key && one.list === slot.list && one.row === slot.row);
    if (!target || touchedKana.current.has(target.path)) return;
    slots.set(target, kana);
    setHeard((before) => new Set(before).add(target.path));
  };
  const set = (slot: FieldSlot, value: FieldValue) => {
    if (slot.spec.type === 'jp-kana') {
      touchedKana.current.add(slot.path);
      setHeard((before) => new Set([...before].filter((path) => path !== slot.path)));
    }
    slots.set(slot, value);
    onChanged(slot.path);
  };

  /** Read-only because the register says the same; what the checker types again, and what the paper says otherwise, stays open. */
  const isSettled = (slot: FieldSlot): boolean => {
    const source = register[slot.path];
    return source !== undefined && !unlocked.has(slot.path) && (slot.spec.properties?.verify !== 'reenter' || (slot.spec.properties?.readonly ?? false)) && sameValue(slot.value, source.value);
  };
  const unlock = (paths: readonly string[]) => {
    setUnlocked((before) => new Set([...before, ...paths]));
    setTimeout(() => order.focusField(paths[0]!), 0);
  };
  /** What the register says of one person stands on one line, where the first such field would be. */
  const summary = (slot: FieldSlot) => {
    const known = fields.filter((one) => one.list === slot.list && one.row === slot.row && isSettled(one));
    if (known[0]?.path !== slot.path) return null;
    const order = ['name', 'kana', 'birthDate', 'sex', 'relationship'];
    const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    const age = known.map((one) => (one.spec.properties?.age ? ageShown(register[one.path]!.value, today) : null)).find((years) => years !== null);
    const facts = [...known].sort((a, b) => rank(a.spec.key) - rank(b.spec.key)).map(({ spec, path }) => {
      const text = shownForm(register[path]!.value, spec, language).replace(/（[日月火水木金土]）$/, '');
      return { key: spec.key, text: spec.properties?.age && age !== undefined && age !== null ? text + t('jp.age', { age }) : text };
    });
    const notes = known.map((one) => register[one.path]!.note).filter(Boolean);
    return <RegisterSummary path={slot.path} facts={facts} source={register[slot.path]!.source} note={notes.join(' ') || null} {...(readOnly ? {} : { onUnlock: () => unlock(known.map((one) => one.path)) })} />;
  };
  const drawn = (slot: FieldSlot) => {
    const source = register[slot.path];
    if (isSettled(slot)) {
      return slot.list !== null ? summary(slot)
        : <RegisterField spec={slot.spec} path={slot.path} register={source!} shown={shownForm(source!.value, slot.spec, language)} {...(readOnly ? {} : { onUnlock: () => unlock([slot.path]) })} />;
    }
    const judgement = judgements.get(slot.path) ?? null;
    const visible = showAll || left.has(slot.path);
    const back = returnedBy.get(slot.path);
    const changed = back !== undefined && isChanged(slot);
    return (
      <Field
        spec={slot.spec}
        path={slot.path}
        value={slot.value}
        readOnly={readOnly || (slot.spec.properties?.readonly ?? false)}
        error={(visible ? judgement?.message : null) ?? refused[slot.path] ?? null}
        suggestions={visible && judgement ? judgement.suggestions : []}
        returned={back ? {
          reason: reasonText(back.reason, t), note: back.note ?? null, changed,
          former: slot.spec.type === 'jp-mynumber' || back.formerValue === undefined ? null : shownForm(back.formerValue, slot.spec, language),
        } : null}
        heard={heard.has(slot.path)}
        beside={source ? t('field.beside', { source: source.source, value: shownForm(source.value, slot.spec, language) }) + (source.note ? ` ${source.note}` : '') : null}
        onValue={(value) => set(slot, value)}
        onLeave={() => {
          leave(slot.path);
          onLeft();
        }}
        onFill={(filled) => fill(slot, filled)}
        onReading={(kana) => hear(slot, kana)}
      />
    );
  };
  const openRows = (list: string) =>
    new Set(fields.filter((slot) => slot.list === list && (judgements.get(slot.path) !== null || (returnedBy.has(slot.path) && !isChanged(slot)))).map((slot) => slot.row));

  if (failed !== null) return <Failed what={t('entry.form')} error={failed} />;
  const hasReenter = fields.some((slot) => slot.spec.properties?.verify === 'reenter');
  return (
    <div
      onFocus={(event) => {
        const path = event.target.closest('[data-field]')?.getAttribute('data-field');
        const slot = path ? slots.field(path) : undefined;
        if (path && slot) onFocusField(path, slot);
      }}
    >
      {!ready && <Loading what={t('entry.form')} lines={7} />}
      <div ref={container} className={styles.form} onSubmit={(event) => event.preventDefault()} />
      {fields.map((slot) => createPortal(drawn(slot), slot.element, slot.key))}
      {heads.map((slot) =>
        createPortal(
          slot.rows === null
            ? <h2 id={slot.headingId} className={work.section}>{labelOf(slot.spec, language)}</h2>
            : <ListHead slot={slot} active={Math.min(rows[slot.spec.path ?? ''] ?? 0, Math.max(0, slot.rows.length - 1))} openRows={openRows(slot.spec.path ?? '')} readOnly={readOnly} onShow={(row) => showRow(slot.spec.path ?? '', row)} />,
          slot.element, slot.key,
        ))}
      {ready && hasReenter && !readOnly && <p className={work.legend}><Icon name="two" /> {t('entry.legend')}</p>}
    </div>
  );
};

const fieldsInOrder = (container: HTMLElement | null, wanted: (path: string) => boolean): string | undefined =>
  Array.from(container?.querySelectorAll('[data-field]') ?? [])
    .map((element) => element.getAttribute('data-field') ?? '')
    .find(wanted);

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { asProblem, problemText } from '@/api';
import { Icon, KeyBarState, Notice } from '@/components';
import { FieldServicesProvider } from '@/components/fields';
import { sealName } from '@/components/seal';
import { tellSent } from '@/components/sent-notice';
import { SourceViewer } from '@/components/source';
import { Splitter } from '@/components/splitter';
import { paths } from '@/config/paths';
import { useT } from '@/i18n';
import { useKeys } from '@/keys';
import type { FieldValue } from '@/jp';
import { Basis, Findings } from '../work/findings';
import { onePress } from '../work/one-press';
import { useReauthentication } from '../work/reauthenticate';
import type { CheckItem, CheckWork, Sent } from '../work/types';
import { nextPlace } from '../work/next-task';
import { useServices } from '../work/use-services';
import { WorkHead, workTitle } from '../work/work-head';
import work from '../work/work.module.css';
import styles from './check.module.css';
import { nameOf } from './item-name';
import { fieldsOf, isOpen, isWrong, reasonOf, spotOfItem } from './item-spec';
import { Progress } from './progress';
import { ReturnDialog, type Returning } from './return-dialog';
import { isSeen } from './seen';
import { SystemItems } from './system-items';
import type { Answer, AnswerMore, ReturnRequest, useCheck } from './use-check';
import type { WrongAnswer } from './compare';
import { useHeldKeys } from './use-held-keys';
import { VerifyItem, type Asking } from './verify-item';

type Check = ReturnType<typeof useCheck>;

/** 確認の机: the source at the left; at the right one judgement after the other, never several at once. */
export const CheckDesk = ({ check, work: now }: { check: Check; work: CheckWork }) => {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { task, items } = now;
  const services = useServices(task.id);
  const { run, dialog } = useReauthentication();
  const list = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const intention = useRef(crypto.randomUUID());
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [sealing, setSealing] = useState<string | null>(null);
  const typed = useRef(new Map<string, FieldValue>());
  const touched = useRef(false);
  const activeSince = useRef(0);
  const [reopened, setReopened] = useState<string | null>(null);
  const [systemBack, setSystemBack] = useState<ReadonlySet<string>>(new Set());
  const [returning, setReturning] = useState(false);
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState('');

  /** What is typed blind does not wait for the answer to what was typed before: the next such item takes the keys at once. */
  const onItsWay = (item: CheckItem) => item.kind === 'reenter' && (check.waiting.includes(item.key) || sealing === item.key);
  const reachable = (item: CheckItem) => isOpen(item) && item.state !== 'closed' && !onItsWay(item);
  const inOrder = [...items.filter((item) => item.kind === 'reenter'), ...items.filter((item) => item.kind === 'compare')];
  const firstOpen = inOrder.find(reachable);
  const active = items.find((item) => item.key === (reopened ?? chosen) && (reopened !== null || reachable(item))) ?? firstOpen ?? null;
  const activeKey = active?.key ?? null;
  const open = items.filter(isOpen);
  const wrong = items.flatMap((item) => fieldsOf(item).filter(isWrong));
  const backCount = wrong.length + systemBack.size;
  const doer = now.doer.name;

  const focusItem = (key: string | null) => {
    const row = key && list.current?.querySelector(`[data-item="${CSS.escape(key)}"]`);
    const target = row && row.querySelector<HTMLElement>('[data-attempt] input, [data-attempt] textarea, [role=group] button, button');
    if (target) target.focus();
    else if (key === null) main.current?.focus();
  };
  // the next item takes the focus when the one before it is answered; while nothing is open yet, the focus waits where it is
  const before = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (activeKey === null && check.busy) return;
    if (before.current === activeKey) return;
    if (!returning) focusItem(activeKey);
    before.current = activeKey;
    touched.current = false;
    activeSince.current = performance.now();
    setAsking(null);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another item becomes the active one
  }, [activeKey, check.busy]);
  useEffect(() => {
    activeSince.current = performance.now();
    if (activeKey && active?.state === 'differs') focusItem(activeKey);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- its answers appear in place of the input
  }, [active?.state, active?.attemptsLeft]);
  useEffect(() => {
    const element = list.current!;
    const mark = () => (touched.current = true);
    const kinds = ['beforeinput', 'input'] as const;
    kinds.forEach((kind) => element.addEventListener(kind, mark));
    return () => kinds.forEach((kind) => element.removeEventListener(kind, mark));
  }, []);

  const ready = () => isSeen(activeSince.current);
  const goOn = (from: string) => setChosen(inOrder.find((item) => item.key !== from && reachable(item))?.key ?? null);
  /** Something typed blind did not match or did not arrive: back to it, unless the next one is being typed already. */
  const comeBack = (item: CheckItem, words: string) => {
    if (touched.current) setSaid(t('check.later', { label: nameOf(item, t), words }));
    else {
      setChosen(item.key);
      setSaid(words);
    }
  };
  const attempt = async (item: CheckItem, value: FieldValue) => {
    setSealing(null);
    goOn(item.key);
    const result = await check.attempt(item.key, value);
    if (result !== null) typed.current.delete(item.key);
    if (result === 'match') setSaid(t('check.matched'));
    else comeBack(item, t(result === 'differ' ? 'check.differs' : 'check.notSent'));
  };
  const answer = async (item: CheckItem, given: Answer, more?: AnswerMore) => {
    setAsking(null);
    const told = await check.answer(item.key, given, more);
    if (told === null) return;
    setReopened(null);
    setChosen(given === 'retype' ? item.key : null);
  };
  /** 同じ and 打ち直す say everything; the others are asked of which fields, and a mistake of the entry why. */
  const ask = (item: CheckItem, given: WrongAnswer) => {
    setChosen(item.key);
    if (item.fields) setAsking({ answer: given, fields: null });
    else if (given === 'entry-mistake') setAsking({ answer: given, fields: [] });
    else void answer(item, given);
  };
  const answerByKey = (n: 1 | 2 | 3 | 4) => {
    if (!active || asking || active.state === 'closed') return;
    if (check.waiting.includes(active.key)) return setSaid(t('check.notYet'));
    if (!ready()) return;
    const canCompare = active.kind === 'compare';
    const blind = !canCompare && active.state !== 'differs' && reopened !== active.key;
    if (blind && n <= 2) return;
    if (n === 1 && canCompare) void answer(active, 'same');
    if (n === 1 && !canCompare && active.attemptsLeft > 0 && reopened === null) void answer(active, 'retype');
    if (n === 2) ask(active, 'entry-mistake');
    if (n === 3) ask(active, 'unreadable');
    if (n === 4) ask(active, 'source-wrong');
  };
  const nextOpen = () => {
    const at = inOrder.findIndex((item) => item.key === activeKey);
    const next = [...inOrder.slice(at + 1), ...inOrder.slice(0, at + 1)].find(reachable);
    if (!next) return main.current?.focus();
    setReopened(null);
    setChosen(next.key);
    focusItem(next.key);
  };

  const leave = async (sent: Sent, word: 'check.sent' | 'return.sent') => {
    tellSent({ taskId: task.id, duty: 'check', text: sent.sent ?? t(word, { caseNo: sent.caseNo }), undoUntil: null });
    void queries.invalidateQueries({ queryKey: ['tasks'] });
    await navigate(await nextPlace('check', task.id, sent.nextTaskId));
  };
  const send = async (act: () => Promise<Sent>, word: 'check.sent' | 'return.sent') => {
    if (sending) return;
    setSending(true);
    check.setTrouble(null);
    try {
      await leave(await run(act), word);
    } catch (error) {
      const problem = asProblem(error);
      intention.current = crypto.randomUUID();
      const openKeys = (problem.conflict as { open?: unknown } | undefined)?.open ?? problem.body['open'];
      if (Array.isArray(openKeys) && typeof openKeys[0] === 'string') {
        await check.query.refetch();
        setChosen(openKeys[0]);
        focusItem(openKeys[0]);
      }
      check.setTrouble(problemText(problem));
    } finally {
      setSending(false);
    }
  };
  const complete = () => {
    if (open.length > 0) {
      setSaid(t('check.stillOpen', { n: open.length }));
      setReopened(null);
      const target = firstOpen ?? open[0]!;
      setChosen(target.key);
      focusItem(target.key);
    } else if (backCount > 0) setReturning(true);
    else void send(() => check.complete(intention.current), 'check.sent');
  };
  const fields: Returning[] = [
    ...wrong.map((field) => ({ key: field.key, label: nameOf(field, t), reason: reasonOf(field) })),
    ...now.system.filter((one) => systemBack.has(one.key)).map((one) => ({ key: one.key, label: nameOf(one, t), reason: null })),
  ];
  const askReturn = () => {
    if (fields.length > 0) setReturning(true);
    else setSaid(t('check.nothingToReturn'));
  };

  const waits = useHeldKeys(check.busy, { next: nextOpen, back: askReturn, complete });
  useKeys('check', {
    'check.next': (event) => {
      const field = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-attempt]') : null;
      if (!field || event.target instanceof HTMLButtonElement || event.target instanceof HTMLTextAreaElement) return false;
      if (event.target instanceof HTMLInputElement && event.target.type === 'password') {
        setSealing(activeKey); // left, it sends itself
        if (activeKey) goOn(activeKey);
        event.target.blur();
      } else field.querySelector<HTMLButtonElement>('[data-send]')?.click();
    },
    'check.answer1': () => answerByKey(1),
    'check.answer2': () => answerByKey(2),
    'check.answer3': () => answerByKey(3),
    'check.answer4': () => answerByKey(4),
    'check.candidates': () => false,
    'check.nextOpen': () => waits('next'),
    'check.return': () => waits('back'),
    'check.complete': () => waits('complete'),
    'check.back': () => void navigate(paths.inboxCheck.getHref()),
  });

  const draw = (item: CheckItem) => (
    <VerifyItem
      key={item.key} taskId={task.id} item={item} active={item.key === activeKey} waiting={onItsWay(item)} busy={check.waiting.includes(item.key)} ready={ready} doer={doer} sources={now.sources}
      asking={item.key === activeKey ? asking : null} reopened={reopened === item.key} again={task.round > 1}
      typed={typed.current.get(item.key) ?? null}
      onTyped={(value) => void typed.current.set(item.key, value)}
      onActivate={() => setChosen(item.key)}
      onAttempt={(value) => void attempt(item, value)}
      onTrouble={() => {
        setSealing(null);
        comeBack(item, t('check.notSent'));
      }}
      onAnswer={(given) => void answer(item, given)}
      onAsk={(given) => ask(item, given)}
      onFields={(fields) => (asking?.answer === 'entry-mistake' ? setAsking({ ...asking, fields }) : void answer(item, asking!.answer, { fields }))}
      onReason={(reason, note) => void answer(item, 'entry-mistake', { fields: item.fields ? asking?.fields ?? [] : undefined, reason, note })}
      onStopAsking={() => setAsking(null)}
      onReopen={() => {
        setReopened(item.key);
        setAsking(null);
      }}
    />
  );
  const reenter = items.filter((item) => item.kind === 'reenter');
  const compare = items.filter((item) => item.kind === 'compare');
  const mainReturns = open.length === 0 && backCount > 0;

  const alone = now.sources.length === 0;
  const body = (
    <div className={`${work.form} ${alone ? work.alone : ''}`}>
      <div className={`${work.scroll} ${styles.scroll}`} ref={list} data-pane>
        <Progress items={items} active={activeKey} />
        {check.trouble && !returning && <Notice look="over" role="alert">{check.trouble}</Notice>}
        <Findings findings={now.findings ?? []} />
        <Basis basis={now.basis ?? []} />
        {reenter.length > 0 && (
          <section aria-labelledby="check-reenter">
            <h2 id="check-reenter" className={work.section}>{t('check.reenter')} <small>{t('check.reenterBlind', { name: sealName(doer) })}</small></h2>
            <ul className={styles.items}>{reenter.map(draw)}</ul>
          </section>
        )}
        {compare.length > 0 && (
          <section aria-labelledby="check-compare">
            <h2 id="check-compare" className={work.section}>{t('check.compare')} <small>{t('check.compareOne')}</small></h2>
            <ul className={styles.items}>{compare.map(draw)}</ul>
          </section>
        )}
        <SystemItems system={now.system} returning={systemBack} onReturn={(key) => setSystemBack((set) => new Set(set.has(key) ? [...set].filter((one) => one !== key) : [...set, key]))} />
        <span className="vh" role="status">{said}</span>
      </div>
      <footer className={work.foot}>
        <span className="sub sm">{t('check.footLeft')} <b>{open.length}</b></span>
        <span className="sub sm">{t('check.footBack')} <b className={backCount > 0 ? styles.numberWrong : undefined}>{backCount}</b></span>
        <span className="grow" />
        {!mainReturns && (
          <button type="button" className="btn return" aria-disabled={backCount === 0 || undefined} onClick={() => waits('back')}>
            <Icon name="back" /> {t('check.return', { n: backCount })} <kbd className="kbd">Alt+R</kbd>
          </button>
        )}
        <button ref={main} type="button" className="btn primary" aria-disabled={sending || undefined} onClick={() => waits('complete')} {...onePress}>
          {mainReturns ? t('check.return', { n: backCount }) : t('keys.check.complete')} <kbd className="kbd">F12</kbd>
        </button>
      </footer>
    </div>
  );

  return (
    <FieldServicesProvider value={services}>
      <div className={work.page}>
        <WorkHead
          task={task} head={now.case} stamps={now.stamps} from={{ href: paths.inboxCheck.getHref(), label: t('nav.check') }}
          title={workTitle(task, t)} look="second" lookLabel="status.checking" duty="check"
        >
          <dl className={styles.people}>
            <div><dt>{t('seal.entry')}</dt><dd><b>{doer}</b>{now.doer.terminal && `（${now.doer.terminal}）`}</dd></div>
            <div><dt>{t('seal.check')}</dt><dd><b>{t('app.you')}</b>{now.me.terminal && `（${now.me.terminal}）`} {now.doer.no !== now.me.no && <span className={styles.another}><Icon name="tick" size={14} /> {t('check.another')}</span>}</dd></div>
          </dl>
        </WorkHead>
        {!alone
          ? <Splitter left={<SourceViewer sources={now.sources} spot={spotOfItem(active ?? undefined, now.sources)} duty="check" following={t('source.followCheck')} />} right={body} />
          : body}
        <KeyBarState>{t('check.auto')}</KeyBarState>
        {returning && (
          <ReturnDialog
            fields={fields} doer={doer} busy={sending} trouble={check.trouble}
            onClose={() => setReturning(false)}
            onSend={(request: ReturnRequest) => void send(() => check.sendBack(request, intention.current), 'return.sent')}
          />
        )}
        {dialog}
      </div>
    </FieldServicesProvider>
  );
};

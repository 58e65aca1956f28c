import { useState } from 'react';
import { useNavigate } from 'react-router';
import { asProblem, codeText, problemText, type Me, type RowResult, type Task } from '@/api';
import { paths } from '@/config/paths';
import { useT, type Translate } from '@/i18n';
import { assignTasks, claimTasks, giveBackTasks, holdTask, resumeTask } from '../api/act-on-tasks';
import type { BulkAct } from '../components/selection-bar';
import { mainWord, may, mayAssign, mayGiveBack } from './acts';

export interface Said { readonly look: 'done' | 'over' | 'wait'; readonly lines: readonly string[] }
export type Asking = { readonly act: 'hold' | 'assign'; readonly tasks: readonly Task[] } | null;

/** The words for a bulk answer: how many went well, and per reason how many did not. */
function wordsFor(act: BulkAct, results: readonly RowResult[], t: Translate): Said {
  const done = results.filter(({ ok }) => ok).length;
  const reasons = new Map<string, number>();
  for (const { code, params } of results.filter(({ ok }) => !ok)) {
    const why = codeText(code ?? 'unknown', params);
    reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  const lines = [...reasons].map(([why, n]) => t('inbox.done.problem', { n, why }));
  return { look: lines.length > 0 ? 'wait' : 'done', lines: [...(done > 0 ? [t(`inbox.done.${act}`, { n: done })] : []), ...lines] };
}

const asResult = (task: Task, work: Promise<unknown>): Promise<RowResult> =>
  work.then(() => ({ id: task.id, ok: true }), (error: unknown) => {
    const { code, params } = asProblem(error);
    return { id: task.id, ok: false, code, params };
  });
const each = (tasks: readonly Task[], work: (task: Task) => Promise<unknown>) => Promise.all(tasks.map((task) => asResult(task, work(task))));

interface Doing { readonly me: Me; readonly selected: ReadonlySet<string>; readonly select: (ids: ReadonlySet<string>) => void; readonly reload: () => Promise<unknown> }

/** What can be done from the list, one row or several; each is settled by itself and told in words. */
export function useActs({ me, selected, select, reload }: Doing) {
  const t = useT();
  const navigate = useNavigate();
  const [said, setSaid] = useState<Said | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [busy, setBusy] = useState(false);
  const able: Record<BulkAct, (task: Task) => boolean> = {
    claim: (task) => may(task, 'claim'),
    assign: (task) => mayAssign(task),
    giveBack: mayGiveBack,
    hold: (task) => may(task, 'hold'),
    resume: (task) => may(task, 'resume'),
  };

  const settle = async (act: BulkAct, work: Promise<readonly RowResult[]>) => {
    setBusy(true);
    setAsking(null);
    try {
      const results = await work;
      setSaid(wordsFor(act, results, t));
      select(new Set(results.filter(({ ok }) => !ok).map(({ id }) => id).filter((id) => selected.has(id))));
      if (results.some(({ ok }) => ok)) await reload();
    } catch (error) {
      setSaid({ look: 'over', lines: [problemText(asProblem(error))] });
    } finally {
      setBusy(false);
    }
  };

  const act = (kind: BulkAct, tasks: readonly Task[]) => {
    const chosen = tasks.filter(able[kind]);
    const ids = chosen.map(({ id }) => id);
    if (busy) return;
    if (chosen.length === 0) setSaid({ look: 'wait', lines: [t('inbox.cannot')] });
    else if (kind === 'hold' || kind === 'assign') setAsking({ act: kind, tasks: chosen });
    else if (kind === 'claim') void settle(kind, claimTasks(ids));
    else if (kind === 'giveBack') void settle(kind, giveBackTasks(ids));
    else void settle(kind, each(chosen, resumeTask));
  };

  const claimed = async (task: Task): Promise<boolean> => {
    if (task.claimedBy?.no === me.officer.no || !may(task, 'claim')) return true;
    setBusy(true);
    const [result] = await claimTasks([task.id]).catch((error: unknown): RowResult[] => [{ id: task.id, ok: false, code: asProblem(error).code, params: asProblem(error).params }]);
    setBusy(false);
    if (!result?.ok) setSaid(wordsFor('claim', [result ?? { id: task.id, ok: false }], t));
    return result?.ok ?? false;
  };

  const open = async (task: Task) => {
    if (mainWord(task, me.officer.no) === null) return void navigate(paths.case.getHref(task.caseNo));
    if (!(await claimed(task))) return;
    void navigate(task.duty === 'check' ? paths.check.getHref(task.id) : paths.entry.getHref(task.id), { state: { from: `${window.location.pathname}${window.location.search}` } });
  };

  return {
    said, quiet: () => setSaid(null), asking, stopAsking: () => setAsking(null), act, open,
    actsFor: (tasks: readonly Task[]) => (Object.keys(able) as BulkAct[]).filter((kind) => tasks.some(able[kind])),
    hold: (reason: string, until: string) => void settle('hold', each(asking?.tasks ?? [], (task) => holdTask(task, reason, until))),
    assign: (to: string) => void settle('assign', assignTasks((asking?.tasks ?? []).map(({ id }) => id), to)),
  };
}

import { api, Problem, type RowResult } from '@/api';

/** 引き受ける: takes one free task; throws the refusal when somebody was faster or the person may not. */
export async function claimTask(id: string): Promise<RowResult> {
  const { results } = await api<{ results: readonly RowResult[] }>('POST', '/api/tasks/claim', { body: { ids: [id] } });
  const mine = results[0];
  if (mine && !mine.ok) throw new Problem(403, { code: mine.code ?? 'casework.task.not-your-claim', params: mine.params ?? {} });
  return mine ?? { id, ok: true };
}

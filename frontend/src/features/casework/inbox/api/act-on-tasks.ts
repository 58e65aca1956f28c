import { api, type RowResult, type Task } from '@/api';

interface Results { readonly results: readonly RowResult[] }
const bulk = (act: string, body: unknown) => api<Results>('POST', `/api/tasks/${act}`, { body }).then(({ results }) => results);

/** 引き受ける: settled row by row, since a colleague may be faster. */
export const claimTasks = (ids: readonly string[]) => bulk('claim', { ids });
/** 係に戻す */
export const giveBackTasks = (ids: readonly string[]) => bulk('give-back', { ids });
/** 別の人に割り当てる */
export const assignTasks = (ids: readonly string[], to: string) => bulk('assign', { ids, to });
/** 保留: needs a reason and a date, and returns by itself. */
export const holdTask = (task: Task, reason: string, until: string) =>
  api<unknown>('POST', `/api/tasks/${task.id}/hold`, { body: { reason, until }, version: task.version });
export const resumeTask = (task: Task) => api<unknown>('POST', `/api/tasks/${task.id}/resume`, { version: task.version });

import type { Confirmation } from '@/features/eligibility/numbers/api';

const row = (id: string, name: string, reason: string, more: Partial<Confirmation> = {}): Confirmation => ({
  id, caseNo: `R8-資-0045${id}`, addresseeNo: `00001000${id}`, name, reason, foundAt: `2026-11-${id}T10:12:00+09:00`, registered: reason === 'different-number', settlingIn: null, settled: null, ...more,
});

export const openNumbers: Confirmation[] = [
  row('12', '髙空　健太', 'blank-number'), row('13', '夕凪　葉子', 'different-number', { settlingIn: 'R8-番-000003' }), row('16', '流星　一', 'bound-to-another'),
];
export const settledNumbers: Confirmation[] = [
  row('10', '雨音　みどり', 'blank-number', { registered: true, settled: { outcome: 'bind', caseNo: 'R8-番-000001', at: '2026-11-17T15:20:00+09:00' } }),
  row('11', '霧島　蓮', 'bound-to-another', { settled: { outcome: 'refer', caseNo: 'R8-番-000002', at: '2026-11-18T09:05:00+09:00' } }),
];

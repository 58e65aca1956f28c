import { queryOptions } from '@tanstack/react-query';
import { api, type CaseEvent, type CaseOverview, type CasePerson, type Deadline, type Documents, type Flow, type RelatedCase, type Stamp } from '@/api';

const at = (caseNo: string, part = '') => `/api/cases/${encodeURIComponent(caseNo)}${part}`;
const part = <T>(caseNo: string, name: string) =>
  queryOptions({ queryKey: ['case', caseNo, name], queryFn: ({ signal }) => api<T>('GET', at(caseNo, name === 'overview' ? '' : `/${name}`), { signal }), staleTime: 30_000 });

/** Every part of the page is a recorded read, asked for when its tab is opened and not before. */
export const caseQueries = {
  overview: (caseNo: string) => part<CaseOverview>(caseNo, 'overview'),
  history: (caseNo: string) => part<{ events: readonly CaseEvent[]; stamps: readonly Stamp[] }>(caseNo, 'history'),
  people: (caseNo: string) => part<{ people: readonly CasePerson[] }>(caseNo, 'people'),
  documents: (caseNo: string) => part<Documents>(caseNo, 'documents'),
  flow: (caseNo: string) => part<Flow>(caseNo, 'flow'),
  deadlines: (caseNo: string) => part<{ deadlines: readonly Deadline[] }>(caseNo, 'deadlines'),
  related: (caseNo: string) => part<{ related: readonly RelatedCase[] }>(caseNo, 'related'),
  readers: (caseNo: string) => part<{ readers: readonly CaseEvent[] }>(caseNo, 'readers'),
};

export const declareInterest = (caseNo: string, relation: string) => api<unknown>('POST', at(caseNo, '/interest'), { body: { relation } });
export const withdrawCase = (caseNo: string, reason: string) => api<unknown>('POST', at(caseNo, '/withdrawal'), { body: { reason } });

import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api';

export type Validity = 'later' | 'valid' | 'ended';
export interface Grant { readonly role: string; readonly section: string | null; readonly startsOn: string; readonly endsOn: string | null; readonly state: Validity }
export interface Member { readonly no: string; readonly name: string; readonly section: string; readonly sectionName: string; readonly post: string; readonly startsOn: string; readonly endsOn: string | null; readonly state: Validity; readonly accounts: readonly string[]; readonly grants: readonly Grant[]; readonly lastSignedInAt: string | null }
export interface Role { readonly key: string; readonly label: string; readonly notTogetherWith: readonly string[]; readonly may: readonly string[] }
export interface Terminal { readonly no: string; readonly place: string; readonly counterFacing: boolean; readonly businesses: readonly string[]; readonly certificate: boolean; readonly startsOn: string; readonly endsOn: string | null; readonly state: Validity; readonly lastUsedAt: string | null; readonly link: 'ready' | 'handed-out' | 'used' | 'expired' | null }
interface Listed<T> { readonly rows: readonly T[]; readonly asOf: string }

const list = <T>(name: string) => queryOptions({ queryKey: ['access', name], queryFn: ({ signal }) => api<Listed<T>>('GET', `/api/${name}`, { signal }), staleTime: 30_000 });
export const staffQuery = list<Member>('staff');
export const rolesQuery = list<Role>('roles');
export const terminalsQuery = list<Terminal>('terminals');

/** Granting, ending, enrolling, removing: each starts a case that two people carry through. */
export const startCase = (kind: 'access-right' | 'terminal-enrollment', params: Readonly<Record<string, string>>, receivedOn: string, idempotencyKey: string) =>
  api<{ caseNo: string; taskId: string | null }>('POST', '/api/cases', { body: { kind, receivedOn, params, waiting: false }, idempotencyKey });

export const handOutLink = (terminalNo: string) => api<{ address: string; expiresAt: string }>('POST', `/api/terminals/${encodeURIComponent(terminalNo)}/link`);

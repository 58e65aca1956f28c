import { useMemo } from 'react';
import { api, withQuery, type SearchPage } from '@/api';
import type { Candidate, FieldServices } from '@/components/fields';
import { civil } from '@/format/dates';
import type { FieldValue } from '@/jp';

interface PostalRow { readonly code: string; readonly address?: string; readonly prefecture?: string; readonly city?: string; readonly town?: string; readonly name?: string }
interface PersonFacts {
  readonly addresseeNo: string;
  readonly name: string;
  readonly kana?: string;
  readonly birthDate?: string;
  readonly sex?: string;
  readonly relationship?: string;
  readonly postalCode?: string;
  readonly address?: string;
}

const rowsOf = <T,>(answer: readonly T[] | { readonly results?: readonly T[]; readonly rows?: readonly T[] }): readonly T[] =>
  Array.isArray(answer) ? answer : (answer as { results?: readonly T[]; rows?: readonly T[] }).results ?? (answer as { rows?: readonly T[] }).rows ?? [];

const postalCandidate = (row: PostalRow): Candidate => {
  const address = row.address ?? [row.prefecture, row.city, row.town].filter(Boolean).join('');
  return { value: row.code, label: address || (row.name ?? ''), fills: { address } };
};

const filled = (person: PersonFacts): Readonly<Record<string, FieldValue>> => ({
  name: person.name, headName: person.name, kana: person.kana ?? null, birthDate: person.birthDate ?? null, sex: person.sex ?? null,
  relationship: person.relationship ?? null,
});

/** What the fields of a form ask of the server. */
export function useServices(taskId: string, seal?: FieldServices['seal']): FieldServices {
  return useMemo(
    () => ({
      today: civil(new Date().toISOString()).day,
      postal: async (code, signal) => {
        if (code.length < 3) return [];
        const answer = await api<readonly PostalRow[] | { results?: readonly PostalRow[] }>('GET', withQuery('/api/registers/postal', { code }), { signal });
        return rowsOf(answer).slice(0, 30).map(postalCandidate);
      },
      people: async (q, signal) => {
        if (q.trim() === '') return [];
        const page = await api<SearchPage>('POST', '/api/search', { body: { q, kind: 'person' }, signal });
        const people = page.results.filter((hit) => hit.addresseeNo).slice(0, 8);
        return Promise.all(people.map(async (hit): Promise<Candidate> => {
          const person = await api<PersonFacts>('GET', `/api/people/${encodeURIComponent(hit.addresseeNo!)}`, { signal });
          return { value: hit.addresseeNo!, label: hit.title, detail: hit.facts.join('　'), fills: filled(person) };
        }));
      },
      seal: seal ?? (async (field, number) => {
        const { candidate } = await api<{ candidate: string }>('POST', '/api/mynumber/candidates', { body: { taskId, field, number } });
        return candidate;
      }),
    }),
    [taskId, seal],
  );
}

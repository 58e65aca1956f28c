import { useMemo } from 'react';
import { api, withQuery, type SearchPage } from '@/api';
import type { Candidate, FieldServices } from '@/components/fields';
import { civil } from '@/format/dates';
import type { FieldValue } from '@/jp';

interface PostalRow { readonly code: string; readonly address: string }
interface PersonPage {
  readonly person: {
    readonly addresseeNo: string; readonly name: string; readonly kana?: string | null; readonly birthDate?: string | null; readonly sex?: string | null;
    readonly residenceStatus?: string | null; readonly residenceUntil?: string | null;
  };
  readonly household?: { readonly members: readonly { readonly addresseeNo: string; readonly relationship?: string | null }[] } | null;
}

const postalCandidate = ({ code, address }: PostalRow): Candidate => ({ value: code, label: address, fills: { address } });

const sexes: Readonly<Record<string, string>> = { '1': 'male', '2': 'female' };

/** What choosing a person fills; a value that the register does not give is left as it is. */
const filled = ({ person, household }: PersonPage): Readonly<Record<string, FieldValue>> => {
  const relationship = household?.members.find((member) => member.addresseeNo === person.addresseeNo)?.relationship;
  return Object.fromEntries(Object.entries({
    name: person.name, headName: person.name, kana: person.kana, birthDate: person.birthDate, sex: sexes[person.sex ?? ''], relationship, residenceStatus: person.residenceStatus, residenceUntil: person.residenceUntil,
  }).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
};

/** What the fields of a form ask of the server. */
export function useServices(taskId: string, seal?: FieldServices['seal']): FieldServices {
  return useMemo(
    () => ({
      today: civil(new Date().toISOString()).day,
      postal: async (code, signal) => {
        if (code.length < 3) return [];
        const { candidates } = await api<{ candidates: readonly PostalRow[] }>('GET', withQuery('/api/registers/postal', { code }), { signal });
        return candidates.map(postalCandidate);
      },
      people: async (q, signal) => {
        if (q.trim() === '') return [];
        const page = await api<SearchPage>('POST', '/api/search', { body: { q, kind: 'person' }, signal });
        const people = page.results.filter((hit) => hit.addresseeNo).slice(0, 8);
        return Promise.all(people.map(async (hit): Promise<Candidate> => {
          const person = await api<PersonPage>('GET', `/api/people/${encodeURIComponent(hit.addresseeNo!)}`, { signal });
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

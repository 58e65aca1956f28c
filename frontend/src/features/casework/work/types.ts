import type { CaseHead, Stamp, Task } from '@/api';
import type { FieldSpec, FormSchema, RegisterValue } from '@/components/fields';
import type { Box, Source } from '@/components/source';
import type { Choice, FieldValue } from '@/jp';

/** Values of a form: fields by key, lists of rows by their path. */
export type Values = Readonly<Record<string, FieldValue | readonly Readonly<Record<string, FieldValue>>[]>>;

export interface Finding { readonly level: 'info' | 'warn' | 'block'; readonly code: string; readonly message: string; readonly article?: string | null }
export interface Fact { readonly label: string; readonly value: string }
export interface ReturnedField { readonly key: string; readonly label: string; readonly reason: string; readonly note?: string | null; readonly formerValue?: FieldValue }

/** What the entry screen gets (contract section 3). */
export interface EntryWork {
  readonly task: Task;
  readonly case: CaseHead;
  readonly stamps: readonly Stamp[];
  readonly form: { readonly key: string; readonly digest: string; readonly schema: FormSchema };
  readonly values: Values;
  readonly draft: { readonly version: number; readonly savedAt: string; readonly dropped?: readonly string[] } | null;
  readonly version: number;
  readonly register?: Readonly<Record<string, RegisterValue>>;
  readonly basis?: readonly Fact[];
  readonly findings?: readonly Finding[];
  readonly returned?: { readonly by?: { readonly name: string } | null; readonly note?: string | null; readonly fields: readonly ReturnedField[] } | null;
  readonly sources: readonly Source[];
}

export type ItemState = 'closed' | 'open' | 'retype' | 'matched' | 'differs' | 'same' | 'entry-mistake' | 'unreadable' | 'source-wrong';

type Evidence = { readonly template?: string; readonly hand?: string; readonly source?: string | null; readonly page?: number; readonly box?: Box } | string | null;

/** One field of an item that takes in several (decision 0013). */
export interface CheckField {
  readonly key: string;
  readonly label: string;
  readonly en?: string | null;
  readonly type: string;
  readonly options?: readonly Choice[] | null;
  readonly evidence?: Evidence;
  readonly state: ItemState;
  readonly value?: FieldValue;
  readonly reason?: string | null;
  readonly changed?: boolean;
}

export interface CheckItem {
  readonly key: string;
  readonly label: string;
  readonly en?: string | null;
  readonly kind: 'reenter' | 'compare';
  readonly type: string;
  readonly options?: readonly Choice[] | null;
  readonly evidence?: Evidence;
  readonly row?: number | null;
  readonly state: ItemState;
  readonly attemptsLeft: number;
  readonly value?: FieldValue;
  readonly mine?: FieldValue;
  readonly reason?: string | null;
  readonly changed?: boolean;
  /** Type `group`: the fields of the box, in the order of the paper. */
  readonly fields?: readonly CheckField[];
  readonly properties?: FieldSpec['properties'];
}

export interface CheckWork {
  readonly task: Task;
  readonly case: CaseHead;
  readonly stamps: readonly Stamp[];
  readonly version: number;
  readonly doer: { readonly no: string; readonly name: string; readonly terminal?: string | null; readonly at?: string | null };
  readonly me: { readonly no: string; readonly name: string; readonly terminal?: string | null };
  readonly items: readonly CheckItem[];
  readonly system: readonly { readonly key: string; readonly label: string; readonly en?: string | null; readonly value: FieldValue; readonly reason: string; readonly row?: number | null }[];
  readonly basis?: readonly Fact[];
  readonly findings?: readonly Finding[];
  readonly sources: readonly Source[];
  readonly form: { readonly key: string; readonly digest: string };
}

export interface Sent { readonly caseNo: string; readonly sent?: string; readonly undoUntil?: string | null; readonly nextTaskId?: string | null }

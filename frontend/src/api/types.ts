/** The shapes of the HTTP API (backend/docs/plans/contract.md, section 3). */

export interface PersonRef { readonly no: string; readonly name: string }
export interface Acted extends PersonRef { readonly at: string | null }

export interface Me {
  readonly officer: { readonly no: string; readonly name: string; readonly familyName: string; readonly section: string; readonly sectionName: string; readonly post: string };
  readonly roles: readonly string[];
  readonly terminal: { readonly no: string; readonly place: string; readonly counterFacing: boolean } | null;
  readonly menu: readonly string[];
  readonly idleSeconds: number;
  readonly idleWarnSeconds: number;
  readonly office: { readonly name: string; readonly product: string };
  readonly demo: boolean;
  readonly draftKey: string;
}

export type TaskStatus = 'new' | 'doing' | 'second' | 'returned' | 'hold' | 'done';
export type DueState = 'over' | 'today' | 'soon' | 'later' | 'none';
export type Duty = 'do' | 'check';
export type TaskView = 'mine' | 'check' | 'returned' | 'waiting' | 'team' | 'overdue';

export interface ReturnedField { readonly key: string; readonly label: string; readonly reason: string }

export interface Task {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly caseNo: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly stepKey: string;
  readonly stepLabel: string;
  readonly title: string;
  readonly duty: Duty;
  readonly round: number;
  readonly status: TaskStatus;
  readonly due: string | null;
  readonly dueState: DueState;
  readonly businessDays: number | null;
  readonly subjectName: string | null;
  readonly householdName: string | null;
  readonly counterNote: string | null;
  readonly waitingAtCounter: boolean;
  readonly section: string | null;
  readonly sectionName: string | null;
  readonly receivedOn: string | null;
  readonly channel: string | null;
  readonly claimedBy: PersonRef | null;
  readonly doer: Acted | null;
  readonly checker: Acted | null;
  readonly returns: number;
  readonly returnedFields: readonly ReturnedField[];
  readonly heldUntil: string | null;
  readonly holdReason: string | null;
  readonly daysWaiting: number | null;
  readonly whoCan: readonly string[];
  readonly allowed: readonly string[];
}

export type Counts = Readonly<Record<TaskView, number>>;
export interface TaskPage { readonly rows: readonly Task[]; readonly counts: Counts; readonly next: string | null; readonly asOf: string }
export interface RowResult { readonly id: string; readonly ok: boolean; readonly code?: string; readonly params?: Readonly<Record<string, string | number>>; readonly task?: Task }

export interface Stamp {
  readonly stepKey: string;
  readonly stepLabel: string;
  readonly round: number;
  readonly doer: Acted | null;
  readonly checker: Acted | null;
  readonly outcome: 'confirmed' | 'returned' | 'open' | 'withdrawn';
}

export interface CaseHead {
  readonly caseId: string;
  readonly caseNo: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly title?: string | null;
  readonly subjectName: string | null;
  readonly subjectKana?: string | null;
  readonly householdName?: string | null;
  readonly birthDate: string | null;
  readonly insuredNumber: string | null;
  readonly numberState: 'none' | 'registered' | 'revealed';
  readonly reveals?: number;
  readonly status: TaskStatus | 'withdrawn';
  readonly due: string | null;
  readonly dueState: DueState;
  readonly dueBasis?: string | null;
  readonly receivedOn: string | null;
  readonly channel: string | null;
  readonly counterNote?: string | null;
  readonly section: string | null;
  readonly sectionName?: string | null;
  readonly openedBy?: string | null;
  readonly openedAt?: string | null;
  readonly closedAt?: string | null;
  readonly protectedPerson?: boolean;
  readonly definitionVersion: string | null;
}

/** One line of the record as the case page shows it; `kind` is the action, `what` holds names of fields and codes, never values of residents. */
export interface CaseEvent {
  readonly at: string;
  readonly kind: string;
  readonly refusal?: boolean;
  readonly minor?: boolean;
  readonly stepKey: string | null;
  readonly stepLabel?: string | null;
  readonly round: number | null;
  readonly elementId: string | null;
  readonly purpose?: string | null;
  readonly terminal?: string | null;
  readonly what?: Readonly<Record<string, unknown>> | null;
  readonly actors: readonly { readonly duty: string | null; readonly no: string | null; readonly name: string }[];
}

export interface Deadline { readonly label: string; readonly due: string | null; readonly basis: string | null; readonly state: 'open' | 'over' | 'late' | 'kept' }
export interface SourcePaper { readonly id: string; readonly title: string; readonly template?: string | null; readonly pages: readonly { readonly no: number; readonly width: number; readonly height: number }[] }
/** A row that a room puts on the tab 書類: a printed paper, or where the paper lies. */
export interface RoomDocument { readonly id?: string; readonly title?: string; readonly label?: string; readonly state?: string | null; readonly place?: string | null; readonly at?: string | null; readonly printJob?: string | null; readonly facts?: readonly string[] }
export interface Documents { readonly sources: readonly SourcePaper[]; readonly documents: readonly RoomDocument[] }
export interface RelatedCase { readonly caseNo: string; readonly label: string; readonly status?: string | null; readonly why: string; readonly openedAt?: string | null }
export interface CasePerson { readonly addresseeNo?: string | null; readonly name: string; readonly kana?: string | null; readonly relationship?: string | null; readonly birthDate?: string | null; readonly state?: string | null; readonly address?: string | null; readonly addressMasked?: boolean; readonly protectedPerson?: boolean; readonly numberState?: 'none' | 'registered' }

export interface CaseOverview extends CaseHead {
  readonly stamps: readonly Stamp[];
  readonly openTasks: readonly Task[];
  readonly events: readonly CaseEvent[];
  readonly deadlines: readonly Deadline[];
  readonly documents: readonly SourcePaper[];
  readonly related: readonly RelatedCase[];
  readonly people: readonly CasePerson[];
  /** Whether this person may receive a withdrawal of the case now; the server judges it again when it is sent. */
  readonly withdrawable: boolean;
  /** Whether this person may add a paper while the case is open. */
  readonly takesPapers: boolean;
}

export interface FlowItem { readonly elementId: string; readonly label: string; readonly state: string; readonly rounds?: number; readonly at: string | null; readonly doer?: string | null; readonly checker?: string | null }
export interface Flow {
  readonly xml: string | null;
  readonly definitionVersion: string | null;
  readonly past: readonly string[];
  readonly now: readonly string[];
  readonly flowsTaken?: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly list: readonly FlowItem[];
}

export interface SearchHit { readonly kind: string; readonly caseNo?: string | null; readonly addresseeNo?: string | null; readonly title: string; readonly facts: readonly string[]; readonly folded?: string | null }
export interface SearchPage { readonly results: readonly SearchHit[]; readonly next: string | null; readonly narrow?: boolean }

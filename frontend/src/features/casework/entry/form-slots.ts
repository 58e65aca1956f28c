import type { ContainerSpec, FieldSpec } from '@/components/fields';
import type { FieldValue } from '@/jp';

/** A place in the form-js document where one of our React parts is drawn, with what form-js knows of it. */
export interface FieldSlot {
  readonly kind: 'field';
  readonly key: string;
  readonly element: HTMLElement;
  readonly spec: FieldSpec;
  /** `persons.0.birthDate` */
  readonly path: string;
  readonly list: string | null;
  readonly row: number;
  readonly value: FieldValue;
  readonly set: (value: FieldValue) => void;
}
export interface HeadSlot {
  readonly kind: 'head';
  readonly key: string;
  readonly element: HTMLElement;
  readonly spec: ContainerSpec;
  readonly headingId: string;
  /** Rows of a list; null for a plain group. */
  readonly rows: readonly Readonly<Record<string, FieldValue>>[] | null;
  readonly setRows: (rows: readonly Readonly<Record<string, FieldValue>>[]) => void;
  /** Shows one row and hides the others. */
  readonly show: (row: number) => void;
}
export type Slot = FieldSlot | HeadSlot;

/** The bridge between the two renderers: form-js puts slots in, React draws into them. */
export class FormSlots {
  private slots = new Map<string, Slot>();
  private readonly listeners = new Set<() => void>();
  private all: readonly Slot[] = [];
  private telling = false;

  put(slot: Slot): void {
    const known = this.slots.get(slot.key);
    if (known && known.kind === slot.kind && known.element === slot.element && unchanged(known, slot)) {
      Object.assign(known, { set: (slot as FieldSlot).set, setRows: (slot as HeadSlot).setRows });
      return;
    }
    this.slots.set(slot.key, slot);
    this.tell();
  }

  /** A new value is known here at once; form-js draws it a moment later. */
  set(slot: FieldSlot, value: FieldValue): void {
    const now = this.slots.get(slot.key);
    if (now?.kind !== 'field') return;
    this.slots.set(slot.key, { ...now, value });
    now.set(value);
    this.tell();
  }

  remove(key: string): void {
    if (this.slots.delete(key)) this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): readonly Slot[] => this.all;

  fields(): readonly FieldSlot[] {
    return [...this.slots.values()].filter((slot): slot is FieldSlot => slot.kind === 'field');
  }

  field(path: string): FieldSlot | undefined {
    return this.fields().find((slot) => slot.path === path);
  }

  head(list: string): HeadSlot | undefined {
    return [...this.slots.values()].find((slot): slot is HeadSlot => slot.kind === 'head' && slot.spec.path === list);
  }

  /** One telling for all that form-js changed in a turn. */
  private tell(): void {
    if (this.telling) return;
    this.telling = true;
    queueMicrotask(() => {
      this.telling = false;
      this.all = [...this.slots.values()];
      this.listeners.forEach((listener) => listener());
    });
  }
}

const unchanged = (a: Slot, b: Slot): boolean =>
  a.kind === 'field' && b.kind === 'field'
    ? a.path === b.path && a.spec === b.spec && JSON.stringify(a.value) === JSON.stringify(b.value)
    : a.kind === 'head' && b.kind === 'head' && a.spec === b.spec && JSON.stringify(a.rows) === JSON.stringify(b.rows);

import type { FieldValue, Reading } from '@/jp';
import type { FieldSpec } from './spec';

/** What every input of a form gets. `onValue` hears what is stored: the value read, null when empty, or the text as typed while it cannot be read. */
export interface ControlProps {
  readonly id: string;
  readonly spec: FieldSpec;
  readonly path: string;
  readonly value: FieldValue;
  readonly onValue: (value: FieldValue) => void;
  readonly onLeave?: () => void;
  /** Choosing a candidate fills other fields, named by key. */
  readonly onFill?: (values: Readonly<Record<string, FieldValue>>) => void;
  /** The reading heard from the input method while a name is typed. */
  readonly onReading?: (kana: string) => void;
  /** A value that goes somewhere when the field is left, and did not arrive. */
  readonly onTrouble?: () => void;
  readonly readOnly?: boolean;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly label: string;
}

export const storedOf = (reading: Reading, text: string): FieldValue =>
  reading.kind === 'value' ? reading.value : reading.kind === 'empty' ? null : text;

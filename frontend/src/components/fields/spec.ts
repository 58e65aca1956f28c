import type { Language } from '@/i18n';
import type { Choice, FieldKind, FieldValue } from '@/jp';

export type Verify = 'reenter' | 'compare' | 'system' | 'none';

/** One field of a form schema (screens 13), as far as the screens read it. */
export interface FieldSpec extends FieldKind {
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly label: string;
  readonly values?: readonly Choice[];
  readonly validate?: { readonly required?: boolean };
  readonly conditional?: { readonly hide?: string };
  readonly properties?: FieldKind['properties'] & {
    readonly verify?: Verify;
    readonly en?: string;
    readonly evidence?: string;
    readonly rule?: string;
    readonly help?: string;
    readonly helpEn?: string;
    readonly fills?: string;
    readonly from?: string;
    readonly age?: boolean;
    readonly readonly?: boolean;
  };
}

/** A container of fields: a heading (group) or a list of people. */
export interface ContainerSpec {
  readonly id: string;
  readonly type: 'group' | 'dynamiclist';
  readonly label: string;
  readonly path?: string;
  readonly components: readonly FieldSpec[];
  readonly properties?: { readonly en?: string; readonly evidenceStep?: string; readonly chip?: string; readonly fixed?: boolean };
}

export interface FormSchema {
  readonly id: string;
  readonly type: string;
  readonly properties?: { readonly label?: string; readonly en?: string };
  readonly components: readonly (ContainerSpec | FieldSpec)[];
}

export const isContainer = (component: ContainerSpec | FieldSpec): component is ContainerSpec => 'components' in component;

type Named = { readonly label: string; readonly properties?: { readonly en?: string } };
export const labelOf = (spec: Named, language: Language): string => (language === 'en' ? spec.properties?.en ?? spec.label : spec.label);
export const helpOf = (spec: FieldSpec, language: Language): string =>
  (language === 'en' ? spec.properties?.helpEn ?? spec.properties?.help : spec.properties?.help) ?? '';

/** A value found elsewhere (a postal code, a person of the register) with what it fills in beside itself. */
export interface Candidate {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly fills?: Readonly<Record<string, FieldValue>>;
}

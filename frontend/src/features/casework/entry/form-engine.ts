import { DynamicList, Form, Group } from '@bpmn-io/form-js-viewer';
import { createElement as h } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { valueProblem, type FieldSpec, type FormSchema } from '@/components/fields';
import type { FieldValue } from '@/jp';
import type { Values } from '../work/types';
import type { FormSlots } from './form-slots';
import type { ContainerSpec } from '@/components/fields';

/** The form-js viewer with our field types. This file is a chunk of its own, loaded when the first form opens. */

interface FieldProps {
  readonly field: FieldSpec;
  readonly value: FieldValue;
  readonly indexes?: Readonly<Record<string, number>>;
  readonly fieldInstance?: { readonly valuePath: readonly (string | number)[] };
  readonly onChange: (update: { value: unknown }) => void;
}
interface ContainerProps extends Omit<FieldProps, 'field' | 'value'> {
  readonly field: ContainerSpec;
  readonly domId: string;
  readonly value?: unknown;
}

const FIELD_TYPES = [
  'jp-date', 'jp-name', 'jp-kana', 'jp-postal', 'jp-phone', 'jp-address', 'jp-choice-code', 'jp-check-list', 'jp-amount',
  'jp-number', 'jp-serial', 'jp-serials', 'jp-mynumber', 'jp-addressee', 'jp-text',
];

let slotNumber = 0;

function fieldSlot(type: string, slots: FormSlots) {
  const SlotField = ({ field, value, indexes = {}, fieldInstance, onChange }: FieldProps) => {
    const element = useRef<HTMLDivElement>(null);
    const key = useRef(`slot-${slotNumber++}`);
    useLayoutEffect(() => () => slots.remove(key.current), []);
    useLayoutEffect(() => {
      const path = fieldInstance?.valuePath ?? [field.key];
      slots.put({
        kind: 'field', key: key.current, element: element.current!, spec: field, path: path.join('.'),
        list: path.length > 1 ? String(path[0]) : null, row: Object.values(indexes)[0] ?? 0,
        value: value ?? null, set: (next) => onChange({ value: next }),
      });
    });
    return h('div', { ref: element });
  };
  SlotField.config = {
    type, keyed: true, name: type, group: 'basic-input', emptyValue: null,
    sanitizeValue: ({ value }: { value: unknown }) => value,
    create: (options: object = {}) => ({ ...options }),
  };
  return SlotField;
}

/** A group or list of form-js under our own heading; of a list one row is shown at a time. */
function headed(Original: typeof Group | typeof DynamicList, slots: FormSlots) {
  const Headed = (props: ContainerProps) => {
    const { field, domId, indexes, onChange } = props;
    const wrapper = useRef<HTMLDivElement>(null);
    const head = useRef<HTMLDivElement>(null);
    const key = useRef(`slot-${slotNumber++}`);
    const shown = useRef(0);
    const isList = field.type === 'dynamiclist';
    const rows = isList ? ((props.value ?? []) as readonly Readonly<Record<string, FieldValue>>[]) : null;
    const headingId = `${domId}-heading`;
    const show = (row: number) => {
      shown.current = row;
      const container = wrapper.current?.querySelector('.fjs-children');
      Array.from(container?.children ?? []).forEach((child, index) => child.toggleAttribute('hidden', index !== row));
    };
    useLayoutEffect(() => () => slots.remove(key.current), []);
    useLayoutEffect(() => {
      if (isList) show(Math.min(shown.current, Math.max(0, (rows?.length ?? 1) - 1)));
      slots.put({
        kind: 'head', key: key.current, element: head.current!, spec: field, headingId, rows,
        setRows: (next) => (onChange as (update: object) => void)({ field, value: next, indexes }), show,
      });
    });
    return h('div', { ref: wrapper, role: 'group', 'aria-labelledby': headingId }, [
      h('div', { ref: head, key: 'head' }),
      h(Original as never, { ...props, field: { ...field, label: '' }, key: 'rest' } as never),
    ]);
  };
  Headed.config = (Original as unknown as { config: object }).config;
  return Headed;
}

/** 様式の検査: says what is wrong by code; the screens have the sentences. Replaces the built-in English ones. */
class JapaneseValidator {
  static readonly $inject = ['formFieldRegistry'];
  constructor(private readonly registry: { get: (id: string) => FieldSpec | undefined }) {}

  validateFieldInstance({ id }: { id: string }, value: FieldValue): string[] {
    return this.validateField(this.registry.get(id), value);
  }

  validateField(field: FieldSpec | undefined, value: FieldValue): string[] {
    const problem = field?.key ? valueProblem(field, value) : null;
    return problem ? [problem.code] : [];
  }
}

/** form-js would draw its own English buttons for adding rows; ours are in the heading. */
const shownSchema = (schema: FormSchema): object => ({
  ...schema,
  components: schema.components.map((component) => (component.type === 'dynamiclist' ? { ...component, allowAddRemove: false, disableCollapse: true } : component)),
});

export interface FormEngine { readonly destroy: () => void }

export async function openForm(container: HTMLElement, schema: FormSchema, values: Values, slots: FormSlots, readOnly: boolean, changed: () => void): Promise<FormEngine> {
  class Types {
    static readonly $inject = ['formFields'];
    constructor(formFields: { register: (type: string, field: unknown) => void }) {
      FIELD_TYPES.forEach((type) => formFields.register(type, fieldSlot(type, slots)));
      formFields.register('group', headed(Group, slots));
      formFields.register('dynamiclist', headed(DynamicList, slots));
    }
  }
  const form = new Form({
    container,
    debounce: false,
    properties: { readOnly: false, ariaLabel: schema.properties?.label ?? schema.id, disabled: readOnly },
    additionalModules: [{ __init__: ['futariTypes'], futariTypes: ['type', Types], validator: ['type', JapaneseValidator] }],
  } as never);
  await form.importSchema(shownSchema(schema), structuredClone(values) as never);
  form.on('field.updated', 500, changed);
  return { destroy: () => form.destroy() };
}

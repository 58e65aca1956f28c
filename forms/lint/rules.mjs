// 様式の点検: what every form schema must say before a clerk ever sees it. Pure: schema in, list of problems out.

export const VERIFY = ['reenter', 'compare', 'system', 'none'];
export const ASKED_LIMIT = 8;
/** As many as one row of a paper has. How many of them come into one look is the server's to say: six, beside a name three. */
export const TOGETHER_LIMIT = 8;

const FIELD_TYPES = new Set([
  'jp-date', 'jp-name', 'jp-kana', 'jp-postal', 'jp-phone', 'jp-address', 'jp-choice-code', 'jp-check-list', 'jp-amount',
  'jp-number', 'jp-serial', 'jp-serials', 'jp-mynumber', 'jp-addressee', 'jp-text',
]);
const CONTAINERS = new Set(['group', 'dynamiclist']);
const WITH_VALUES = new Set(['jp-choice-code', 'jp-check-list']);

const FRACTION = '(?:0(?:\\.\\d+)?|1(?:\\.0+)?)';
const ON_PAPER = new RegExp(`^[a-z][a-z0-9-]*:[1-9]\\d*:${FRACTION},${FRACTION},${FRACTION},${FRACTION}$`);
const IN_HAND = /^hand:[a-z][a-z-]*$/;
const CONDITION = /^=([a-zA-Z]+) (!=|=) "([a-z0-9-]+)"$/;

const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isEvidence = (text) => IN_HAND.test(text) || (ON_PAPER.test(text) && staysOnPage(text));

const staysOnPage = (text) => {
  const [x, y, w, h] = text.split(':')[2].split(',').map(Number);
  return w > 0 && h > 0 && x + w <= 1.0001 && y + h <= 1.0001;
};

/** Every component with the list it lies in, parents first. */
export const componentsOf = (schema) => {
  const walk = (components, path) =>
    (components ?? []).flatMap((c) => [{ component: c, path }, ...walk(c.components, c.path ? [...path, c.path] : path)]);
  return walk(schema.components, []);
};

const fieldsOf = (schema) => componentsOf(schema).filter(({ component }) => !CONTAINERS.has(component.type));
const nameOf = ({ component, path }) => [...path, component.key ?? component.path ?? component.id].join('.');

const valueProblems = (field, name) => {
  if (!WITH_VALUES.has(field.type)) return [];
  const values = field.values ?? [];
  if (values.length < 2 && field.type === 'jp-choice-code') return [`${name}: a choice needs at least two values`];
  const problems = values.filter((v) => !isText(v.label) || !isText(v.en)).map((v) => `${name}: value ${v.value} lacks a Japanese or English label`);
  for (const part of ['value', 'code']) {
    const all = values.map((v) => v[part]);
    if (new Set(all).size !== all.length) problems.push(`${name}: two values share a ${part}`);
  }
  return problems;
};

const verifyProblems = ({ type, properties = {} }, name) => {
  const { verify, evidence } = properties;
  if (!VERIFY.includes(verify)) return [`${name}: verify is missing or unknown (${VERIFY.join(', ')})`];
  const problems = [];
  if (verify === 'reenter' && !isText(evidence)) problems.push(`${name}: reenter without evidence`);
  if (evidence !== undefined && !isEvidence(evidence)) problems.push(`${name}: evidence must be template:page:x,y,w,h within the page, or hand:thing`);
  if (type === 'jp-mynumber' && verify !== 'reenter') problems.push(`${name}: jp-mynumber must be reenter`);
  return problems;
};

const conditionProblems = (field, name, keys) => {
  const hide = field.conditional?.hide;
  if (hide === undefined) return [];
  const [, key, , value] = CONDITION.exec(hide) ?? [];
  if (!key) return [`${name}: a condition is =key = "value" or =key != "value", nothing more`];
  const asked = keys.get(key);
  if (!asked) return [`${name}: its condition names ${key}, which the form does not ask`];
  return (asked.values ?? []).some((v) => v.value === value) ? [] : [`${name}: its condition names a value that ${key} does not have`];
};

const labelProblems = ({ label, properties = {} }, name) => [
  ...(isText(label) ? [] : [`${name}: the label is empty`]),
  ...(isText(properties.en) ? [] : [`${name}: the label has no English text (properties.en)`]),
  ...(isText(properties.help) && !isText(properties.helpEn) ? [`${name}: the help has no English text (properties.helpEn)`] : []),
  ...(isText(properties.unit) && !isText(properties.unitEn) ? [`${name}: the unit has no English text (properties.unitEn)`] : []),
  ...('placeholder' in properties ? [`${name}: no placeholder text anywhere`] : []),
];

const duplicates = (names) => [...new Set(names.filter((n, at) => names.indexOf(n) !== at))];

/** 見くらべるまとまり: what the form, or a list for each of its rows, puts into one look at one box of the paper. */
const groupsOf = (schema, entries) => [
  ...(schema.properties?.together ?? []).map((group) => ({ group, list: null })),
  ...entries.filter(({ component }) => component.properties?.together).flatMap(({ component }) =>
    component.properties.together.map((group) => ({ group, list: component.type === 'dynamiclist' ? component.path : component.id }))),
];

const pageOf = ({ component }) => (component.properties?.evidence ?? '').replace(/:[^:]*$/, '');

const groupProblems = ({ group, list }, fields) => {
  const name = `together ${group.id}`;
  const keys = group.fields ?? [];
  const found = keys.map((key) => fields.find(({ component, path }) => component.key === key && (path.at(-1) ?? null) === list));
  return [
    ...(/^[a-z][a-zA-Z]*$/.test(group.id ?? '') ? [] : [`${name}: the id is letters only, without a hyphen`]),
    ...labelProblems({ label: group.label, properties: group }, name),
    ...(keys.length < 2 || keys.length > TOGETHER_LIMIT ? [`${name}: a group has two to ${TOGETHER_LIMIT} fields`] : []),
    ...keys.filter((_, at) => !found[at]).map((key) => `${name}: ${key} is no field of this form or list`),
    ...found.filter((entry) => entry && entry.component.properties?.verify !== 'compare').map(({ component }) => `${name}: ${component.key} is not compared`),
    ...(new Set(found.filter(Boolean).map(pageOf)).size > 1 ? [`${name}: its fields do not stand on one page`] : []),
  ];
};

const togetherProblems = (groups, fields) => [
  ...groups.flatMap((one) => groupProblems(one, fields)),
  ...duplicates(groups.map(({ group }) => group.id)).map((id) => `together ${id}: id used twice`),
  ...duplicates(groups.flatMap(({ group, list }) => (group.fields ?? []).map((key) => [list, key].filter(Boolean).join('.')))).map((key) => `${key}: stands in two groups`),
];

const wholeFormProblems = (schema, entries, fields) => {
  const groups = groupsOf(schema, entries);
  const grouped = groups.reduce((sum, { group }) => sum + Math.max(0, (group.fields?.length ?? 0) - 1), 0);
  const asked = fields.filter(({ component }) => ['reenter', 'compare'].includes(component.properties?.verify)).length - grouped;
  return [
    ...togetherProblems(groups, fields),
    ...duplicates(fields.map(nameOf)).map((n) => `${n}: asked twice`),
    ...duplicates(entries.map(({ component }) => component.id)).map((id) => `${id}: id used twice`),
    ...labelProblems({ label: schema.properties?.label, properties: schema.properties }, 'form'),
    ...(asked > ASKED_LIMIT && !isText(schema.properties?.waiver)
      ? [`form: asks ${asked} items of the checker; more than ${ASKED_LIMIT} needs a waiver (properties.waiver)`]
      : []),
  ];
};

/** All problems of one schema; an empty list means a good form. */
export const problemsOf = (schema) => {
  const entries = componentsOf(schema);
  const fields = fieldsOf(schema);
  const keys = new Map(fields.map(({ component }) => [component.key, component]));
  const single = entries.flatMap((entry) => {
    const { component } = entry;
    const name = nameOf(entry);
    if (CONTAINERS.has(component.type)) {
      const unnamed = component.type === 'dynamiclist' && !isText(component.path) ? [`${name}: a list needs a path`] : [];
      return [...labelProblems(component, name), ...unnamed];
    }
    if (!FIELD_TYPES.has(component.type)) return [`${name}: type ${component.type} is not one of ours`];
    return [
      ...(isText(component.key) ? [] : [`${name}: the field has no key`]),
      ...labelProblems(component, name),
      ...verifyProblems(component, name),
      ...valueProblems(component, name),
      ...conditionProblems(component, name, keys),
    ];
  });
  return [...single, ...wholeFormProblems(schema, entries, fields)];
};

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { componentsOf, problemsOf } from './rules.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const proof = () => JSON.parse(readFileSync(join(HERE, '../casework/Proof.form'), 'utf8'));
const field = (schema, key) => schema.components.flatMap((group) => group.components).find((c) => c.key === key);
const broken = (change) => {
  const schema = proof();
  change(schema, field(schema, 'amount'), field(schema, 'remark'));
  return problemsOf(schema);
};
const clones = (schema, n) => Array.from({ length: n }, (_, i) => ({ ...structuredClone(field(schema, 'remark')), id: `Field_x${i}`, key: `x${i}` }));

test('正しい様式には何も言わない', () => assert.deepEqual(problemsOf(proof()), []));

const REFUSED = [
  ['確かめ方がない', (_, amount) => delete amount.properties.verify, /amount: verify is missing/],
  ['確かめ方が知らない語', (_, amount) => (amount.properties.verify = 'trust'), /amount: verify is missing or unknown/],
  ['プロパティがまったくない', (_, amount) => delete amount.properties, /amount: verify is missing/],
  ['入れ直す項目に原本の場所がない', (_, amount) => delete amount.properties.evidence, /reenter without evidence/],
  ['原本の場所が読めない', (_, amount) => (amount.properties.evidence = 'proof:1:0.3,0.3,0.5'), /evidence must be/],
  ['原本の場所が紙からはみ出す', (_, amount) => (amount.properties.evidence = 'proof:1:0.6,0.3,0.5,0.1'), /evidence must be/],
  ['原本の場所に大きさがない', (_, amount) => (amount.properties.evidence = 'proof:1:0.6,0.3,0,0.1'), /evidence must be/],
  ['英語の名がない', (_, __, remark) => delete remark.properties.en, /remark: the label has no English/],
  ['英語の名が空白', (_, __, remark) => (remark.properties.en = ' '), /remark: the label has no English/],
  ['日本語の名がない', (_, __, remark) => (remark.label = ''), /label is empty/],
  ['説明に英語がない', (_, __, remark) => (remark.properties.help = '紙の右上'), /help has no English/],
  ['グループの英語の名がない', (schema) => delete schema.components[0].properties.en, /Group_Proof: the label has no English/],
  ['様式の英語の名がない', (schema) => delete schema.properties.en, /form: the label has no English/],
  ['見くらべるだけの個人番号', (_, __, remark) => (remark.type = 'jp-mynumber'), /jp-mynumber must be reenter/],
  ['聞かない個人番号', (_, amount) => { amount.type = 'jp-mynumber'; amount.properties.verify = 'none'; }, /jp-mynumber must be reenter/],
  ['聞く項目が9つ', (schema) => schema.components[0].components.push(...clones(schema, 7)), /asks 9 items/],
  ['知らない種類の欄', (_, __, remark) => (remark.type = 'datetime'), /type datetime is not one of ours/],
  ['画面に文や部品を書く欄', (_, __, remark) => (remark.type = 'html'), /type html is not one of ours/],
  ['同じ項目が2つ', (schema) => schema.components[0].components.push({ ...structuredClone(field(schema, 'remark')), id: 'Field_other' }), /remark: asked twice/],
  ['同じidが2つ', (schema) => schema.components[0].components.push({ ...structuredClone(field(schema, 'remark')), key: 'other' }), /id used twice/],
  ['キーがない', (_, __, remark) => delete remark.key, /has no key/],
  ['選ぶ値が1つ', (_, __, remark) => { remark.type = 'jp-choice-code'; remark.values = [{ value: 'a', label: 'あ', en: 'A', code: '1' }]; }, /at least two values/],
  ['選ぶ値に英語がない', (_, __, remark) => { remark.type = 'jp-choice-code'; remark.values = [{ value: 'a', label: 'あ', code: '1' }, { value: 'b', label: 'い', en: 'B', code: '2' }]; }, /value a lacks/],
  ['選ぶ番号が重なる', (_, __, remark) => { remark.type = 'jp-choice-code'; remark.values = [{ value: 'a', label: 'あ', en: 'A', code: '1' }, { value: 'b', label: 'い', en: 'B', code: '1' }]; }, /share a code/],
  ['条件が式になっている', (_, __, remark) => (remark.conditional = { hide: '=amount > 3 or true' }), /a condition is/],
  ['条件が聞いていない項目を見る', (_, __, remark) => (remark.conditional = { hide: '=kind = "a"' }), /does not ask/],
  ['薄い字の記入例', (_, __, remark) => (remark.properties.placeholder = '例'), /no placeholder/],
];
const together = (schema, group, holder = schema) => {
  schema.components[0].components.push(...clones(schema, 8));
  schema.properties.waiver = '届1枚の項目のすべて';
  holder.properties.together = [{ id: 'box', label: '枠', en: 'Box', fields: ['x0', 'x1'], ...group }];
};
const IN_ONE_LOOK = [
  ['打ち直す項目', (schema) => together(schema, { fields: ['x0', 'amount'] }), /together box: amount is not compared/],
  ['確かめない項目', (schema) => { together(schema, {}); field(schema, 'x1').properties.verify = 'none'; }, /x1 is not compared/],
  ['ない項目', (schema) => together(schema, { fields: ['x0', 'nothing'] }), /nothing is no field/],
  ['1つだけの項目', (schema) => together(schema, { fields: ['x0'] }), /two to 8 fields/],
  ['多すぎる項目', (schema) => together(schema, { fields: ['remark', 'x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'] }), /two to 8 fields/],
  ['べつの紙の項目', (schema) => { together(schema, {}); field(schema, 'x1').properties.evidence = 'proof:2:0.3,0.4,0.5,0.06'; }, /do not stand on one page/],
  ['2つのまとまりに入る項目', (schema) => { together(schema, {}); schema.properties.together.push({ id: 'other', label: '枠', en: 'Box', fields: ['x1', 'x2'] }); }, /x1: stands in two groups/],
  ['同じ名のまとまり', (schema) => { together(schema, {}); schema.properties.together.push({ id: 'box', label: '枠', en: 'Box', fields: ['x2', 'x3'] }); }, /together box: id used twice/],
  ['英語の名がないまとまり', (schema) => together(schema, { en: '' }), /together box: the label has no English/],
  ['読めないidのまとまり', (schema) => together(schema, { id: 'item-2' }), /the id is letters only/],
  ['一覧でないまとまりに置いたもの', (schema) => together(schema, {}, schema.components[0]), /x0 is no field of this form or list/],
];
for (const [name, change, expected] of IN_ONE_LOOK) {
  test(`1度に見くらべるまとまりに入れない: ${name}`, () => assert.match(broken(change).join('\n'), expected));
}
test('まとまりは、聞く項目1つに数える', () => {
  assert.deepEqual(broken((schema) => { together(schema, { fields: ['x0', 'x1', 'x2'] }); delete schema.properties.waiver; }), []);
});
for (const [name, change, expected] of REFUSED) {
  test(`断る: ${name}`, () => assert.match(broken(change).join('\n'), expected));
}

test('聞く項目が8つまでなら通る', () => assert.deepEqual(broken((schema) => schema.components[0].components.push(...clones(schema, 6))), []));
test('聞く項目が9つでも、わけが書いてあれば通る', () =>
  assert.deepEqual(broken((schema) => { schema.components[0].components.push(...clones(schema, 7)); schema.properties.waiver = '届1枚の項目のすべて'; }), []));
test('手もとの現物も原本になる', () => assert.deepEqual(broken((_, amount) => (amount.properties.evidence = 'hand:sheets')), []));

const run = (folder) => spawnSync(process.execPath, [join(HERE, 'main.mjs'), folder], { encoding: 'utf8' });

test('この家の様式はすべて通る', () => {
  const { status, stdout, stderr } = run(join(HERE, '..'));
  assert.equal(stderr, '');
  assert.match(stdout, /^forms: \d+ read, 0 problems/);
  assert.equal(status, 0);
});
test('1つでも悪ければ、ファイルの名と項目を言って止まる', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'));
  try {
    const schema = proof();
    delete field(schema, 'amount').properties.evidence;
    writeFileSync(join(folder, 'Proof.form'), JSON.stringify(schema));
    writeFileSync(join(folder, 'Torn.form'), '{');
    const { status, stderr } = run(folder);
    assert.equal(status, 1);
    assert.match(stderr, /Proof\.form: amount: reenter without evidence/);
    assert.match(stderr, /Torn\.form: form: cannot be read/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
test('様式のないフォルダーは、通ったことにしない', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'));
  try {
    assert.equal(run(folder).status, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const PAPERS = join(HERE, '../../backend/app/src/main/resources/templates/papers');
const papers = new Map(readdirSync(PAPERS).filter((name) => name.endsWith('.json')).map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(PAPERS, name), 'utf8'))]));
const boxOf = (template, page, key) => papers.get(template).pages.find((p) => p.no === page)?.boxes[key];
const notice = () => JSON.parse(readFileSync(join(HERE, '../eligibility/ReceiveNotification.form'), 'utf8'));

test('届の項目は、用紙の升目と同じ所を指す', () => {
  const pointed = componentsOf(notice()).filter(({ component }) => component.properties?.evidence);
  assert.ok(pointed.length > 20);
  for (const { component, path } of pointed) {
    const [template, page, box] = component.properties.evidence.split(':');
    const key = [...path.flatMap((p) => [p, '0']), component.key].join('.');
    assert.deepEqual(box.split(',').map(Number), boxOf(template, Number(page), key), key);
  }
});
test('5人目からは、つぎの紙の升目を指す', () => {
  const list = notice().components.find((c) => c.path === 'persons');
  const [, dy, rows, shift] = /^0,([\d.]+);(\d+):(-[\d.]+)$/.exec(list.properties.evidenceStep).map(Number);
  for (const { key, properties } of list.components.filter((c) => c.properties.evidence)) {
    const [template, page, box] = properties.evidence.split(':');
    const y = Number(box.split(',')[1]);
    for (const row of [0, 3, 4, 7]) {
      const expected = boxOf(template, Number(page) + Math.floor(row / rows), `persons.${row}.${key}`);
      const drawn = y + dy * (row % rows) + shift * Math.floor(row / rows);
      assert.ok(Math.abs(drawn - expected[1]) < 0.001, `${key} of row ${row}: ${drawn} is not ${expected[1]}`);
    }
  }
});

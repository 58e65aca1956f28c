import { readFileSync } from 'node:fs';

/** The measured papers of the server (backend/app/…/templates/papers), filled in as a picture: what the source viewer gets in `npm run mock`. */

type Box = [number, number, number, number];
interface Template { readonly title: string; readonly pages: readonly { readonly no: number; readonly texts: readonly { text: string; box: Box; size: number }[]; readonly labels: readonly { text: string; box: Box }[]; readonly boxes: Record<string, Box>; readonly masks: readonly Box[] }[] }

const template = (id: string): Template => JSON.parse(readFileSync(`../backend/app/src/main/resources/templates/papers/${id}.json`, 'utf8')) as Template;
const [W, H] = [1050, 1485];
const at = ([x, y, w, h]: Box) => `x="${x * W}" y="${y * H}" width="${w * W}" height="${h * H}"`;
const words = (text: string, [x, y, , h]: Box, size: number, fill: string) => `<text x="${x * W + 8}" y="${(y + h / 2) * H + size / 3}" font-size="${size}" fill="${fill}" font-family="Noto Serif CJK JP, serif">${text}</text>`;

export function paperSvg(id: string, pageNo: number, values: Readonly<Record<string, string>>, crop?: Box): string {
  const page = template(id).pages.find(({ no }) => no === pageNo)!;
  const view = crop ? `${crop[0] * W} ${crop[1] * H} ${crop[2] * W} ${crop[3] * H}` : `0 0 ${W} ${H}`;
  const size = crop ? `width="${crop[2] * W}" height="${crop[3] * H}"` : `width="${W}" height="${H}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" ${size}><rect width="${W}" height="${H}" fill="#fffefb"/>
${page.texts.map((t) => words(t.text, t.box, t.size * 1.7, '#222')).join('')}
${page.labels.map((l) => `<rect ${at(l.box)} fill="#f4f2ea" stroke="#777"/>${words(l.text, l.box, 17, '#444')}`).join('')}
${Object.entries(page.boxes).map(([key, box]) => `<rect ${at(box)} fill="none" stroke="#777"/>${values[key] ? words(values[key], box, key.endsWith('kana') ? 15 : 24, '#1b2f6b') : ''}`).join('')}
${page.masks.map((m) => `<rect ${at(m)} fill="#d9d9d9"/>`).join('')}</svg>`;
}

const PERSONS = [
  ['髙空　健太', 'タカゾラ　ケンタ', '昭和55年3月1日', '男', '世帯主', '会社員'], ['髙空　由美', 'タカゾラ　ユミ', '昭和57年9月14日', '女', '妻', ''],
  ['髙空　陽翔', 'タカゾラ　ハルト', '平成24年6月2日', '男', '子', ''], ['髙空　陽菜', 'タカゾラ　ヒナ', '平成27年1月30日', '女', '子', ''],
];
export const paperValues: Readonly<Record<string, string>> = {
  notifiedOn: '令和8年11月18日', eventOn: '令和8年11月1日', headKana: 'タカゾラ　ケンタ', headName: '髙空　健太', postalCode: '〒000-0021', address: 'みどり野市中央一丁目4番8号',
  phone: '000-1234-5678', notifier: '世帯主', notificationKind: '3条', reason: '社保離脱', previousInsurer: 'みどり健康保険組合', previousInsurerNumber: '33120015', previousLossOn: '令和8年11月1日',
  documents: '資格喪失証明書', identityCheck: '運転免許証', insuredName: '髙空　健太',
  ...Object.fromEntries(PERSONS.flatMap(([name, kana, birthDate, sex, relationship, occupation], n) =>
    Object.entries({ name, kana, birthDate, sex, relationship, occupation, mynaInsurance: 'なし' }).map(([key, value]) => [`persons.${n}.${key}`, value!]))),
};

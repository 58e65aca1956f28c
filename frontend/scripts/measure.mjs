/**
 * 画面の速さと重さ: the built bundle in a real browser, the office played in memory. Prints the size of the first page and the time from a key or click in an
 * inbox of 500 rows to the next paint (Event Timing, the measure behind INP). Usage: npm run build && npm run measure [rows]
 */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { chromium } from 'playwright-core';
import { createServer as vite } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'target/dist');
const rows = Number(process.argv[2] ?? 500);
const filed = Math.ceil(rows * 1.4);   // some of them lie in a folded group
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };

const tools = await vite({ root, mode: 'mock', appType: 'custom', logLevel: 'error', server: { middlewareMode: true } });
const { demoOffice } = await tools.ssrLoadModule('/src/testing/demo-office.ts');
const office = demoOffice();

/** The played office's own tasks, repeated until there are so many. */
const many = (page, cursor, limit) => {
  const from = Number(cursor ?? 0);
  const all = Array.from({ length: Math.min(limit, filed - from) }, (_, n) => {
    const task = page.rows[(from + n) % page.rows.length];
    return { ...task, id: `${task.id}-${from + n}`, taskId: `${task.taskId ?? task.id}-${from + n}`, caseNo: `R8-測-${String(from + n).padStart(6, '0')}` };
  });
  return { ...page, rows: all, next: from + all.length < filed ? String(from + all.length) : null };
};

const bodyOf = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
};

const answerApi = async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const answer = await office.answer(request.method, request.url.replace(/cursor=\d+/, ''), await bodyOf(request), new Headers(request.headers));
  const list = url.pathname === '/api/tasks' && request.method === 'GET' && answer.body?.rows?.length > 0;
  const body = list ? many(answer.body, url.searchParams.get('cursor'), Number(url.searchParams.get('limit') ?? 50)) : answer.body;
  response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};

const answerFile = (request, response) => {
  const asked = join(dist, new URL(request.url, 'http://localhost').pathname);
  const file = existsSync(asked) && extname(asked) !== '' ? asked : join(dist, 'index.html');
  const packed = !file.endsWith('.woff2');
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', ...(packed ? { 'Content-Encoding': 'gzip' } : {}) });
  const read = createReadStream(file);
  (packed ? read.pipe(createGzip()) : read).pipe(response);
};

const server = createServer((request, response) => void (/^\/(api|logout)/.test(request.url) ? answerApi(request, response) : answerFile(request, response)));
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'ja-JP' });
const network = await page.context().newCDPSession(page);
await network.send('Network.enable');
const kinds = new Map();
const weight = { Script: 0, Stylesheet: 0, Document: 0, Font: 0, Other: 0 };
network.on('Network.responseReceived', (event) => kinds.set(event.requestId, event.type));
network.on('Network.loadingFinished', (event) => {
  const kind = kinds.get(event.requestId);
  weight[kind in weight ? kind : 'Other'] += event.encodedDataLength;
});

await page.addInitScript(() => {
  globalThis.paints = [];
  new PerformanceObserver((list) => globalThis.paints.push(...list.getEntries().filter((e) => e.interactionId > 0).map((e) => ({ id: e.interactionId, ms: e.duration }))))
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
});
await page.goto(`${origin}/inbox`);
await page.waitForSelector('[role=grid] [role=rowgroup] [role=row]');
await page.waitForTimeout(1500);
const kb = (bytes) => Math.round(bytes / 1024);
console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, Chromium ${browser.version()}`);
console.log(`first page, kB as sent: scripts ${kb(weight.Script)}, styles ${kb(weight.Stylesheet)}, document ${kb(weight.Document)}, fonts ${kb(weight.Font)}, answers ${kb(weight.Other)}`);

const line = '[role=grid] [role=rowgroup] [role=row]';
const count = () => page.evaluate(() => Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount')) - 1);
await page.locator(line).nth(1).click();
for (let tries = 0; tries < 80 && (await count()) < rows; tries++) {
  await page.keyboard.press('End');
  await page.waitForTimeout(150);
}
await page.keyboard.press('Home');
await page.waitForTimeout(1000);
await page.screenshot({ path: join(root, 'target/measured-inbox.png') });
console.log(`rows in the list: ${await count()}`);

/** @returns the longest event of each interaction, in ms: an interaction shorter than two frames is not reported and counts as 16 */
const timed = async (what, times, act) => {
  await page.evaluate(() => (globalThis.paints.length = 0));
  for (let n = 0; n < times; n++) {
    await act(n);
    await page.waitForTimeout(150);
  }
  const longest = await page.evaluate(() => [...globalThis.paints.reduce((by, e) => by.set(e.id, Math.max(by.get(e.id) ?? 0, e.ms)), new Map()).values()]);
  const all = [...longest, ...Array(Math.max(0, times - longest.length)).fill(16)].sort((a, b) => a - b);
  console.log(`${what}: median ${all[Math.floor(all.length / 2)]} ms, 98th of 100 ${all[Math.min(all.length - 1, Math.floor(all.length * 0.98))]} ms, ${times} times`);
};
await page.locator(line).nth(1).click();
await timed('next row by arrow key', 50, () => page.keyboard.press('ArrowDown'));
await timed('row by click', 25, (n) => page.locator(line).nth(2 + (n % 6)).click());
await timed('mark a row by space', 20, async () => { await page.keyboard.press('ArrowDown'); await page.keyboard.press('Space'); });


await browser.close();
server.close();
await tools.close();
process.exit(0);

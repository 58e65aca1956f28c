import type { IncomingMessage, ServerResponse } from 'node:http';
import { demoOffice } from './demo-office';

const office = demoOffice();

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' || !(request.headers['content-type'] ?? '').includes('json') ? undefined : JSON.parse(text);
}

/** Answers `/api/…` for `npm run mock`; everything else is vite's. */
export async function handle(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  if (!/^\/(api|logout)/.test(request.url ?? '')) return next();
  const answer = await office.answer(request.method ?? 'GET', request.url!, await bodyOf(request), new Headers(request.headers as Record<string, string>));
  response.writeHead(answer.status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...answer.headers });
  response.end(answer.body === undefined ? undefined : typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
}

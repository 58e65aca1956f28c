import type { Me } from '@/api/types';

/** One answer of the played server. */
export interface Answer { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
export interface Asked { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly body: unknown; readonly headers: Headers }
export type Play = (asked: Asked, groups: Readonly<Record<string, string>>) => Answer | Promise<Answer>;
interface Route { readonly method: string; readonly pattern: RegExp; readonly play: Play }

export const ok = (body?: unknown): Answer => ({ status: body === undefined ? 204 : 200, body });
export const refuse = (status: number, code: string, extra: Readonly<Record<string, unknown>> = {}): Answer => ({
  status, body: { type: 'about:blank', title: code, status, code, ...extra }, headers: { 'Content-Type': 'application/problem+json' },
});

/** The server as far as a screen needs it; tests and `npm run mock` put in what they play. Never part of the product. */
export class MockOffice {
  readonly asked: Asked[] = [];
  private routes: Route[] = [];

  /** `/api/cases/:caseNo`; a later play of the same call wins. */
  on(method: string, path: string, play: Play | Answer): this {
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    this.routes = [{ method, pattern, play: typeof play === 'function' ? play : () => play }, ...this.routes];
    return this;
  }

  async answer(method: string, url: string, body: unknown, headers: Headers): Promise<Answer> {
    const { pathname, searchParams } = new URL(url, 'http://office.invalid');
    const asked: Asked = { method, path: pathname, query: searchParams, body, headers };
    this.asked.push(asked);
    for (const route of this.routes) {
      const match = route.method === method ? route.pattern.exec(pathname) : null;
      if (match) return route.play(asked, Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])));
    }
    return refuse(404, 'http.404');
  }

  /** Puts this office behind `fetch`. */
  install(): this {
    globalThis.fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
      const answer = await this.answer(init.method ?? 'GET', String(input), body, new Headers(init.headers));
      return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
        status: answer.status,
        headers: { 'Content-Type': 'application/json', ...answer.headers },
      });
    }) as typeof fetch;
    return this;
  }
}

export const clerk: Me = {
  officer: { no: '1001', name: '夕凪 美咲', familyName: '夕凪', section: 'eligibility', sectionName: '資格係', post: '主事' },
  roles: ['counter-clerk', 'eligibility-clerk'],
  terminal: { no: 'KH-014', place: '窓口3番', counterFacing: true },
  menu: ['inbox', 'check', 'returned', 'waiting', 'team', 'search', 'number-confirmations'],
  idleSeconds: 300,
  idleWarnSeconds: 240,
  office: { name: 'みどり野市 保険年金課', product: '国保事務' },
  demo: true,
  draftKey: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
};

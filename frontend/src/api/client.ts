import { networkProblem, Problem } from './problem';

export interface Call {
  readonly body?: unknown;
  /** The version the person saw; sent as If-Match. */
  readonly version?: string | number | null;
  /** One key for one intention, so that a repeated click or a retry does nothing twice. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const csrfToken = (): string | undefined =>
  document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length);

function headersOf(method: Method, call: Call): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  if (method !== 'GET') {
    headers.set('Idempotency-Key', call.idempotencyKey ?? crypto.randomUUID());
    const token = csrfToken();
    if (token !== undefined) headers.set('X-XSRF-TOKEN', decodeURIComponent(token));
  }
  if (call.version !== undefined && call.version !== null) headers.set('If-Match', `"${call.version}"`);
  if (call.body !== undefined && !(call.body instanceof FormData)) headers.set('Content-Type', 'application/json');
  return headers;
}

const bodyOf = (call: Call): BodyInit | undefined =>
  call.body === undefined ? undefined : call.body instanceof FormData ? call.body : JSON.stringify(call.body);

async function read(response: Response): Promise<unknown> {
  const type = response.headers.get('Content-Type') ?? '';
  return response.status !== 204 && type.includes('json') ? response.json() : undefined;
}

type Listener = (problem: Problem) => void;
const signedOut = new Set<Listener>();

/** Told whenever the server says that nobody is signed in any more. */
export function onSignedOut(listener: Listener): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

const connection = new Set<(online: boolean) => void>();
export function onConnection(listener: (online: boolean) => void): () => void {
  connection.add(listener);
  return () => connection.delete(listener);
}

async function send(method: Method, path: string, call: Call): Promise<Response> {
  try {
    const response = await fetch(path, {
      method,
      headers: headersOf(method, call),
      body: bodyOf(call),
      signal: call.signal,
      credentials: 'same-origin',
      redirect: 'error',
    });
    connection.forEach((tell) => tell(true));
    return response;
  } catch (error) {
    if (call.signal?.aborted) throw error;
    connection.forEach((tell) => tell(false));
    throw networkProblem();
  }
}

/** The one way to the server. Answers the body; throws a Problem for everything that is not 2xx. */
export async function api<T>(method: Method, path: string, call: Call = {}): Promise<T> {
  const response = await send(method, path, call);
  const body = await read(response);
  if (response.ok) return body as T;
  const problem = new Problem(response.status, (body ?? {}) as Record<string, unknown>);
  if (problem.status === 401 && problem.code !== 'access.reauthentication-required') {
    signedOut.forEach((tell) => tell(problem));
  }
  throw problem;
}

/** `/api/x` with the given query; empty values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

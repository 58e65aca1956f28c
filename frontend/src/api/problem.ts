import { currentLanguage, isMessageKey, translate } from '@/i18n';

export interface FieldProblem {
  readonly key: string;
  readonly code: string;
  readonly message: string;
}

/** A refusal or failure as the server tells it (problem+json); `code` is stable, `detail` is a Japanese sentence. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldProblem[];
  readonly conflict: unknown;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at = new Date();

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    const code = typeof body['code'] === 'string' ? body['code'] : status === 0 ? 'network' : `http.${status}`;
    super(code);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.detail = typeof body['detail'] === 'string' ? body['detail'] : '';
    this.params = (body['params'] as Record<string, string | number> | undefined) ?? {};
    this.fields = (body['fields'] as FieldProblem[] | undefined) ?? [];
    this.conflict = body['conflict'];
    this.body = body;
  }

  /** 問い合わせ番号: what the person may read to support. */
  get number(): string {
    const told = this.params['number'] ?? this.body['number'];
    return typeof told === 'string' ? told : `E-${String(this.status).padStart(4, '0')}`;
  }
}

export const networkProblem = (): Problem => new Problem(0, { code: 'network' });

export const asProblem = (error: unknown): Problem => (error instanceof Problem ? error : new Problem(-1, { code: 'unknown' }));

/** The sentence for a refusal: by its stable code, else the server's own words, else by its status. */
export function problemText(problem: Problem): string {
  const byCode = `problem.${problem.code}`;
  if (isMessageKey(byCode)) return translate(byCode, problem.params);
  if (problem.detail !== '' && currentLanguage() === 'ja') return problem.detail;
  const byStatus = `problem.http.${problem.status >= 500 ? 500 : problem.status}`;
  if (problem.detail !== '' && !isMessageKey(byStatus)) return problem.detail;
  return translate(isMessageKey(byStatus) ? byStatus : 'problem.unknown');
}

/** The sentence for one row of a bulk answer. */
export const codeText = (code: string, params: Readonly<Record<string, string | number>> = {}, detail = ''): string =>
  problemText(new Problem(422, { code, params, detail }));

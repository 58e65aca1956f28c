export { api, onConnection, onSignedOut, withQuery, type Call } from './client';
export { asProblem, codeText, networkProblem, Problem, problemText, type FieldProblem } from './problem';
export type * from './types';

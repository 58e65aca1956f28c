// Tells whether anything that a build depends on has changed since the last one.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const files = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path];

export function digestOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.filter(existsSync).flatMap(files)) {
    hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

export const isCurrent = (stampFile, digest) =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest;

export function keep(stampFile, digest) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}

// npm ci, but only when the lock file changed. Scripts of packages never run (see design/stack.md: telemetry in a transitive dependency).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { digestOf, isCurrent, keep } from './stamp.mjs';

const stamp = 'node_modules/.futari-stamp';
const digest = digestOf(['package.json', 'package-lock.json', '.npmrc']);
if (existsSync('node_modules/.package-lock.json') && isCurrent(stamp, digest)) {
  console.log('npm packages are current');
} else {
  const npm = process.env.npm_execpath;
  const run = spawnSync(process.execPath, [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (run.status !== 0) {
    process.exit(run.status ?? 1);
  }
  keep(stamp, digest);
}

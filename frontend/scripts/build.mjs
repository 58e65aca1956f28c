// vite build, but only when its inputs changed: a warm start of the demo does not wait for it.
import { existsSync } from 'node:fs';
import { build } from 'vite';
import { digestOf, isCurrent, keep } from './stamp.mjs';

const stamp = 'target/frontend.stamp';
const digest = digestOf(['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']);
if (existsSync('target/dist/index.html') && isCurrent(stamp, digest)) {
  console.log('frontend is current');
} else {
  await build({ mode: 'production' });
  keep(stamp, digest);
}

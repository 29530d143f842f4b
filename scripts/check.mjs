#!/usr/bin/env node
// Runs all `check:…` scripts of package.json in their order, or only the given ones: `npm run check -- lint sizes`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const prefix = 'check:';
const all = Object.keys(scripts).filter((name) => name.startsWith(prefix));
const requested = process.argv.slice(2).map((name) => prefix + name);
const unknown = requested.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  const known = all.map((name) => name.slice(prefix.length)).join(', ');
  console.error(`Unknown check: ${unknown.join(', ')}. Available checks: ${known}.`);
  process.exit(1);
}

let failed = 0;
const names = requested.length > 0 ? requested : all;
for (const name of names) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', name], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
    // A check that packs the package must not build it again.
    env: { ...process.env, npm_config_ignore_scripts: 'true', NO_COLOR: '1' },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name.slice(prefix.length).padEnd(12)} ${seconds.padStart(5)} s`);
  if (status === 0) continue;
  failed += 1;
  console.log(`${stdout}${stderr}`.trim());
}
console.log(`${names.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

#!/usr/bin/env node
// Runs all `check:…` scripts of package.json, or only the given ones: `npm run check -- lint sizes`. Two run at the same
// time. Those after `build` in package.json read the built package, so they start when it has ended.
import { readFileSync } from 'node:fs';
import { inLanes, outcomeOf } from './consumers/processes.mjs';

/** Checks that run at the same time. */
const LANES = 2;
const BUILD = 'check:build';

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

const names = requested.length > 0 ? requested : all;
let failed = 0;
let built = Promise.resolve();
const inOrder = names.includes(BUILD) ? [BUILD, ...names.filter((name) => name !== BUILD)] : names;
await inLanes(inOrder, LANES, async (name) => {
  if (name === BUILD) {
    built = runCheck(name);
    return built;
  }
  if (all.indexOf(name) > all.indexOf(BUILD)) await built;
  await runCheck(name);
});
console.log(`${names.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Runs a check and prints its duration, and its output if it fails. */
async function runCheck(name) {
  const start = performance.now();
  const { status, printed, errors } = await outcomeOf('npm', ['run', '--silent', name], {
    // A check that packs the package must not build it again.
    env: { npm_config_ignore_scripts: 'true' },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name.slice(prefix.length).padEnd(12)} ${seconds.padStart(5)} s`);
  if (status === 0) return;
  failed += 1;
  console.log(`${printed}${errors}`.trim());
}

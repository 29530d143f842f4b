#!/usr/bin/env node
// Tests the focus: walks through each story with the arrow keys of a remote control, and presses 5,000 random keys in an
// app, first of a remote control and then of a keyboard. The last line says how many tests passed and failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './findBrowser.mjs';

const runs = [
  { name: 'walk', args: ['--project', 'stories'], env: { DISCOVR_REMOTE_WALK: 'true' } },
  { name: 'fuzz', args: ['--project', 'chromium', 'test/remote'], env: { DISCOVR_REMOTE_STEPS: '5000' } },
];

const folder = mkdtempSync(join(tmpdir(), 'discovr-remote-'));
const total = { passed: 0, failed: 0 };
try {
  process.env.DISCOVR_BROWSER = ensureBrowser();
  for (const run of runs) {
    const start = performance.now();
    const { passed, failed } = countsOf(run);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${failed > 0 ? 'FAILED' : 'ok    '} ${run.name} ${seconds} s  ${passed} passed, ${failed} failed.`);
    total.passed += passed;
    total.failed += failed;
  }
} catch (error) {
  console.log(error.message);
  total.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

function countsOf({ name, args, env }) {
  const results = join(folder, `${name}.json`);
  const reporters = ['default', './test/setup/repeatedTests.ts', 'json'].map((reporter) => `--reporter=${reporter}`);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters, `--outputFile.json=${results}`];
  const { status } = spawnSync(process.execPath, vitest, { stdio: 'inherit', env: { ...process.env, ...env } });
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(results, 'utf8'));
  // When a test file cannot be loaded, the run fails although no test has failed.
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

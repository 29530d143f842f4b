#!/usr/bin/env node
// Tests the focus: walks through stories with the arrow keys of a remote control, and, at the same time, presses 400
// random keys in an app, first of a remote control and then of a keyboard. Which keys depends on the commit, so that each
// commit tries others; DISCOVR_FUZZ_SEED repeats a failed run. With DISCOVR_TEST_RELEASE, walks through all stories and
// presses 5,000 keys. The last line says how many tests passed and failed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOf } from './consumers/processes.mjs';
import { ensureBrowser } from './findBrowser.mjs';

const runs = [
  { name: 'walk', args: ['--project', 'stories'], env: { DISCOVR_REMOTE_WALK: 'true' } },
  {
    name: 'fuzz',
    args: ['--project', 'chromium', 'test/remote'],
    env: {
      DISCOVR_REMOTE_STEPS: process.env.DISCOVR_TEST_RELEASE ? '5000' : '400',
      DISCOVR_FUZZ_SEED: process.env.DISCOVR_FUZZ_SEED ?? seedOfCommit(),
    },
  },
];

const folder = mkdtempSync(join(tmpdir(), 'discovr-remote-'));
const total = { passed: 0, failed: 0 };
try {
  process.env.DISCOVR_BROWSER = ensureBrowser();
  const runOne = async (run) => {
    const start = performance.now();
    const { passed, failed } = await countsOf(run);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${failed > 0 ? 'FAILED' : 'ok    '} ${run.name} ${seconds} s  ${passed} passed, ${failed} failed.`);
    total.passed += passed;
    total.failed += failed;
  };
  await Promise.all(runs.map(runOne));
} catch (error) {
  console.log(error.message);
  total.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** Returns a number from 1 to 65,536 that follows from the commit; 1 outside of a repository. */
function seedOfCommit() {
  try {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return String(Number.parseInt(commit.slice(0, 4), 16) + 1);
  } catch {
    return '1';
  }
}

async function countsOf({ name, args, env }) {
  const results = join(folder, `${name}.json`);
  const reporters = ['default', './test/setup/repeatedTests.ts', 'json'].map((reporter) => `--reporter=${reporter}`);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters, `--outputFile.json=${results}`];
  const { status, printed, errors } = await outcomeOf(process.execPath, vitest, { env });
  console.log(`${printed}${errors}`);
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(results, 'utf8'));
  // When a test file cannot be loaded, the run fails although no test has failed.
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

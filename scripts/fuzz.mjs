#!/usr/bin/env node
// Runs the fuzz tests of every endpoint and of links with 100,000 hostile inputs each, or with the given number:
// `npm run fuzz -- 5000`. DISCOVR_FUZZ_SEED repeats a failed run.
import { spawn } from 'node:child_process';

const [runs = '100000'] = process.argv.slice(2);
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'test/fuzz'];
const child = spawn(process.execPath, vitest, {
  stdio: 'inherit',
  env: { ...process.env, DISCOVR_FUZZ_RUNS: runs },
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));

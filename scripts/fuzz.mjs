#!/usr/bin/env node
// Runs the fuzz tests of every endpoint, of links and of wishes with 100,000 hostile inputs each, or with the given
// number: `npm run fuzz -- 5000`. With --remote, presses 50,000 random keys of a remote control, and as many of a
// keyboard, instead. DISCOVR_FUZZ_SEED repeats a failed run.
import { spawn } from 'node:child_process';

const isRemote = process.argv.includes('--remote');
const [runs = isRemote ? '50000' : '100000'] = process.argv.slice(2).filter((arg) => arg !== '--remote');
const tests = isRemote ? ['--project', 'chromium', 'test/remote'] : ['--project', 'unit', 'test/fuzz'];
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests], {
  stdio: 'inherit',
  env: { ...process.env, [isRemote ? 'DISCOVR_REMOTE_STEPS' : 'DISCOVR_FUZZ_RUNS']: runs },
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));

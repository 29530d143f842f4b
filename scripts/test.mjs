#!/usr/bin/env node
// Installs a Chromium if necessary and runs all tests. Arguments are passed to Vitest.
import { spawn } from 'node:child_process';
import { ensureBrowser } from './findBrowser.mjs';

try {
  process.env.DISCOVR_BROWSER = ensureBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));

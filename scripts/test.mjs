#!/usr/bin/env node
// Runs the tests. Installs Chromium and, where apt is available, Redis first. Arguments are passed to Vitest. With
// --all, also runs the tests that measure layout in a browser and those with several tabs, runs the stories a second
// time on a narrow screen, and checks the styles of each story.
import { spawn } from 'node:child_process';
import { ensureBrowser } from './findBrowser.mjs';
import { ensureRedis } from './findRedis.mjs';

/** What `npm test` runs. */
const projects = ['unit', 'dom', 'mocked', 'native', 'ssr', 'dates in *', 'types', 'stories'];

const runsAll = process.argv.includes('--all');
const args = process.argv.slice(2).filter((arg) => arg !== '--all');
/** Whether the arguments choose a project whose name ends with this one. */
const selects = (project) => args.some((arg) => new RegExp(`\\b${project}$`).test(arg));
const isSelection = args.some((arg) => arg === '--project' || arg.startsWith('--project='));
if (runsAll) process.env.DISCOVR_TEST_ALL = 'true';
else if (!isSelection) args.push(...projects.map((project) => `--project=${project}`));

try {
  process.env.DISCOVR_BROWSER = ensureBrowser();
  if (runsAll || selects('chromium')) ensureBrowser({ isWhole: true });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (!isSelection || selects('unit')) ensureRedis();
const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], { stdio: 'inherit' });
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));

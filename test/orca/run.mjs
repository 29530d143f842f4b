#!/usr/bin/env node
// Lets the screen reader Orca read drop-ins in a Chromium with a window on a virtual screen. `npm run test:release` runs
// this. UPDATE_SPOKEN accepts what Orca says. Without Orca, no test runs. The last line says how many tests passed and failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOf, serve } from '../../scripts/consumers/processes.mjs';
import { installDebianPackages } from '../../scripts/debianPackages.mjs';

const PROGRAMS = {
  orca: 'orca',
  xvfb: 'Xvfb',
  xdotool: 'xdotool',
  'dbus-bin': 'dbus-send',
  'dbus-daemon': 'dbus-run-session',
};
/** A busy machine needs a few minutes. */
const LIMIT = '30m';
const missing = () =>
  Object.keys(PROGRAMS).filter((name) => spawnSync('which', [PROGRAMS[name]], { stdio: 'ignore' }).status !== 0);

if (missing().length > 0 && !installDebianPackages('at-spi2-core', ...missing())) {
  console.log(`Not installed: ${missing().join(', ')}. So Orca reads nothing.`);
  console.log('0 passed, 0 failed');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'discovr-orca-'));
const screen = serve(['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { command: 'Xvfb' });
let counts = { numPassedTests: 0, numFailedTests: 1 };
try {
  const display = (await screen.untilPrinted(/^\d+$/m)).trim();
  const results = join(folder, 'results.json');
  const reporters = ['default', 'json'].map((reporter) => `--reporter=${reporter}`);
  const args = ['--project', 'orca', ...process.argv.slice(2), ...reporters];
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...args];
  const { status, printed, errors } = await outcomeOf(
    // It ends Orca too.
    'timeout',
    ['--signal=KILL', LIMIT, 'dbus-run-session', '--', process.execPath, ...vitest, `--outputFile.json=${results}`],
    { env: { ...settings(), DISPLAY: `:${display}` } },
  );
  console.log(`${printed}${errors}`);
  const counted = JSON.parse(readFileSync(results, 'utf8'));
  // When the test file cannot be loaded, the run fails although no test has failed.
  counts = status !== 0 && counted.numFailedTests === 0 ? { ...counted, numFailedTests: 1 } : counted;
} catch (error) {
  console.log(error.message);
} finally {
  screen.end();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed`);
process.exit(counts.numFailedTests > 0 ? 1 : 0);

/** Returns an environment with folders of its own, in which Orca finds its settings. It speaks no keys, only positions. */
function settings() {
  const runtime = join(folder, 'runtime');
  const orca = join(folder, 'data/orca');
  mkdirSync(runtime, { mode: 0o700 });
  mkdirSync(orca, { recursive: true });
  const profile = ['Default', 'default'];
  const general = { enableKeyEcho: false, enablePositionSpeaking: true, startingProfile: profile, profile };
  const profiles = { default: { profile, pronunciations: {}, keybindings: {} } };
  writeFileSync(
    join(orca, 'user-settings.conf'),
    JSON.stringify({ general, pronunciations: {}, keybindings: {}, profiles }),
  );
  // Otherwise, the last lines of the log stay in memory.
  writeFileSync(
    join(orca, 'orca-customizations.py'),
    'from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n',
  );
  return {
    DISCOVR_ORCA: join(folder, 'orca.log'),
    HOME: folder,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    GTK_MODULES: 'gail:atk-bridge',
    LC_ALL: 'C.UTF-8',
  };
}

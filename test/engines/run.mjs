#!/usr/bin/env node
// Runs the journey and the stories tagged "engines" in other browser engines, the browser tests in Chromium 109, and the
// tests and stories of televisions in Chromium 85 and 92. Checks that the built files use only features that the oldest
// browsers have. With `--full` or DISCOVR_TEST_RELEASE, runs all stories. Arguments choose what to run: `features` or the
// name of an engine. DISCOVR_STORYBOOK names a folder with built stories, so that only those for televisions are built.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosenNames, inLanes, outcomeOf, run } from '../../scripts/consumers/processes.mjs';
import { checkFeatures } from './checkFeatures.mjs';
import { engines } from './engines.mjs';
import { installEngines } from './installEngines.mjs';

const FEATURES = 'features';
/** Engines that run at the same time: the slowest, which opens two pages at a time, and two that open one. */
const LANES = 3;
const OLDEST = 'chrome 108, safari 16.4, firefox 115';
const all = [...Object.keys(engines), FEATURES];
const isFull = process.argv.includes('--full') || process.env.DISCOVR_TEST_RELEASE !== undefined;
const names = chosenNames(all, 'argument');

const folder = mkdtempSync(join(tmpdir(), 'discovr-engines-'));
/** The folders with the built stories, by whether they are for televisions. The first engine that needs them builds them. */
const storybooks = new Map();
let passed = 0;
let failed = 0;
try {
  await installEngines();
  if (!process.env.DISCOVR_BUILT) await run('npm', ['run', '--silent', 'build']);
  await inLanes(names, LANES, async (name) => {
    const start = performance.now();
    const counts = name === FEATURES ? await runFeatures() : await runEngine(name);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const verdict = counts.failed > 0 ? 'FAILED' : 'ok    ';
    console.log(
      `${verdict} ${name.padEnd(12)} ${seconds.padStart(6)} s  ${counts.passed} passed, ${counts.failed} failed.`,
    );
    passed += counts.passed;
    failed += counts.failed;
  });
} catch (error) {
  console.log(error.message);
  failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Returns the folder with the stories, built for old televisions or for other browsers. */
function storybookFor(isTelevision = false) {
  if (!storybooks.has(isTelevision)) {
    const built = isTelevision ? undefined : process.env.DISCOVR_STORYBOOK;
    storybooks.set(isTelevision, built ? Promise.resolve(built) : buildStorybook(isTelevision));
  }
  return storybooks.get(isTelevision);
}

async function buildStorybook(isTelevision) {
  const output = join(folder, isTelevision ? 'television-storybook' : 'storybook');
  const env = isTelevision ? { DISCOVR_STORIES_FOR_TELEVISION: 'true' } : {};
  await run('npx', ['storybook', 'build', '--quiet', '--test', '--output-dir', output], { env });
  return output;
}

async function runFeatures() {
  const faults = await checkFeatures('dist/**/*.js', folder, OLDEST);
  for (const fault of faults) console.log(fault);
  return faults.length > 0 ? { passed: 0, failed: faults.length } : { passed: 1, failed: 0 };
}

/** Runs the tests of an engine. A missing engine is skipped, except in CI, where it is a failure. */
async function runEngine(name) {
  const { prepare, projects, fullProjects, without, stories, isTelevision } = engines[name];
  let found;
  try {
    found = await prepare(folder);
  } catch (error) {
    console.log(error.message);
    return { passed: 0, failed: process.env.CI ? 1 : 0 };
  }
  let storybook;
  try {
    storybook = await storybookFor(isTelevision);
  } catch (error) {
    console.log(error.message);
    return { passed: 0, failed: 1 };
  }
  const results = join(folder, `${name}.json`);
  const reporters = ['default', './test/setup/repeatedTests.ts', 'json'].map((reporter) => `--reporter=${reporter}`);
  const args = ['vitest', 'run', ...reporters, `--outputFile.json=${results}`];
  args.push(...(isFull ? fullProjects : projects).flatMap((project) => ['--project', project]));
  if (without) args.push('--testNamePattern', `^(?!.*(${without.join('|')}))`);
  const env = {
    ...found,
    ...(isFull && { DISCOVR_TEST_RELEASE: 'true' }),
    DISCOVR_ENGINE: name,
    DISCOVR_STORYBOOK: storybook,
    DISCOVR_STORIES: isFull ? '' : stories.join(),
    // These are made for other screens, or need a browser that is newer than that of an old television.
    DISCOVR_STORIES_WITHOUT: isTelevision ? 'not-television' : '',
  };
  const { status, printed, errors } = await outcomeOf('npx', args, { env });
  // Only now, so that the outputs of two engines do not mix.
  console.log(`${printed}${errors}`);
  const counts = readCounts(results);
  // When a test file cannot be loaded, the run fails although no test has failed.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

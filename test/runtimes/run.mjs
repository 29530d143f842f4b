#!/usr/bin/env node
// Runs the built doctor against the built emulator and an app's server, both commands in Node 20 and 24, Bun and Deno.
// `npm run test:release` runs this. Arguments name the runtimes. The last line says how many passed and failed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve as serveFetch } from '@hono/node-server';
import { chosenNames, inLanes, outcomeOf, run, serve } from '../../scripts/consumers/processes.mjs';
import { installEngines } from '../engines/installEngines.mjs';

const installed = join(import.meta.dirname, 'node_modules');
const permissions = ['--allow-env', '--allow-net', '--allow-read', '--allow-write', '--allow-sys'];
/** Commands that run a script. */
const runtimes = {
  'node-20': [join(installed, 'node-20/bin/node')],
  'node-24': [join(installed, 'node-24/bin/node')],
  bun: [join(installed, '.bin/bun')],
  deno: [join(installed, '.bin/deno'), 'run', ...permissions],
};
const DOCTOR = 'dist/doctor/command.js';
const EMULATOR = 'dist/emulator/command.js';

const names = chosenNames(Object.keys(runtimes), 'runtime');
const folder = mkdtempSync(join(tmpdir(), 'discovr-runtimes-'));
let passed = 0;
try {
  await installEngines(import.meta.dirname);
  if (!process.env.DISCOVR_BUILT) await run('npm', ['run', '--silent', 'build']);
  await inLanes(names, 2, async (name) => {
    const faults = await examineIn(name, runtimes[name]).catch((error) => [error.message]);
    console.log(`${faults.length > 0 ? 'FAILED' : 'ok    '} ${name}`);
    for (const fault of faults) console.log(fault);
    if (faults.length === 0) passed += 1;
  });
} catch (error) {
  console.log(error.message);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${names.length - passed} failed`);
process.exit(passed < names.length ? 1 : 0);

/** Examines an emulator and an app's server, and a recording of it. Returns what is wrong. */
async function examineIn(name, [command, ...prefix]) {
  const emulator = serve([...prefix, EMULATOR, '--port', '0'], { command });
  let app;
  try {
    const text = await emulator.untilPrinted(/Press Ctrl-C/);
    const basePath = /basePath: '([^']+)'/.exec(text)[1];
    app = await serveApp(basePath);
    const har = join(folder, `${name}.har`);
    const doctor = (args) =>
      outcomeOf(command, [...prefix, DOCTOR, 'doctor', '--json', ...args], {
        env: { DISCOVR_REFRESH_TOKEN: /refreshToken: '([^']+)'/.exec(text)[1] },
        timeout: 60_000,
      });
    const api = ['--base-path', basePath, '--client-id', 'emulator', '--write', '--yes', '--interval', '0'];
    const live = await doctor([...api, '--har', har, '--server', app.url]);
    const replayed = await doctor(['--replay', har]);
    const refused = await doctor(['--base-path', 'nowhere']);
    return [
      ...faultsOf(live, ['holds', 'confirmed', 'notSeen']),
      ...faultsOf(replayed, ['holds', 'confirmed', 'notSeen']),
      ...(rowsOf(live).filter(({ result }) => result !== 'notSeen').length < 50 ? ['Too few facts were seen.'] : []),
      ...(resultsOf(live, false) === resultsOf(replayed, false) ? [] : ['A recording is judged differently.']),
      ...(resultsOf(live, true).includes('notSeen') ? ['Not all of the server was seen.'] : []),
      ...(refused.status === 2 && refused.printed === '' ? [] : [`A wrong argument ends with ${refused.status}.`]),
    ];
  } finally {
    app?.server.close();
    emulator.end();
  }
}

/** Serves an app with `discovr-react/server`. */
async function serveApp(basePath) {
  const { createDiscovrServer } = await import('../../dist/server/index.js');
  const { fetch } = createDiscovrServer({
    clientId: 'emulator',
    basePath,
    secret: 'a secret of 32 bytes, for tests only',
  });
  return new Promise((resolve) => {
    const server = serveFetch({ fetch, port: 0, hostname: 'localhost' }, ({ port }) =>
      resolve({ server, url: `http://localhost:${port}` }),
    );
  });
}

function rowsOf({ status, printed, errors }) {
  if (status !== 0 && status !== 1)
    throw new Error(`The doctor could not run (${status ?? 'no response in time'}):\n${errors}`);
  return JSON.parse(printed).rows;
}

/** Returns the results of the server, or of the contract, as a text. */
function resultsOf(outcome, isServer) {
  return rowsOf(outcome)
    .filter(({ id }) => id.startsWith('server-') === isServer)
    .map(({ id, result }) => `${id}: ${result}`)
    .join();
}

/** Returns why a doctor failed, or the rows without a good result. */
function faultsOf(outcome, good) {
  return rowsOf(outcome)
    .filter(({ result }) => !good.includes(result))
    .map((row) => JSON.stringify(row));
}

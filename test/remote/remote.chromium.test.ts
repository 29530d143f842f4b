import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressRandomKeys } from './pressRandomKeys.js';
import { serveRemoteApp, type RemoteApp } from './serveRemoteApp.js';

/** Steps of one run. Each run starts the app again with another seed, so that a failure can be repeated quickly. */
const STEPS_PER_RUN = 200;

const steps = Number(process.env['DISCOVR_REMOTE_STEPS'] ?? STEPS_PER_RUN);
const firstSeed = Number(process.env['DISCOVR_FUZZ_SEED'] ?? 1);
const seeds = Array.from({ length: Math.ceil(steps / STEPS_PER_RUN) }, (_, index) => firstSeed + index);

let app: RemoteApp;

beforeAll(async () => {
  app = await serveRemoteApp();
}, 60_000);
afterAll(() => app.close());

test.concurrent.each(seeds)(
  'random keys of a remote never lose the focus, whatever the server does (DISCOVR_FUZZ_SEED=%i)',
  { timeout: 600_000, retry: 0 },
  async (seed) => expect(await pressRandomKeys(app.browser, app.url, seed, STEPS_PER_RUN)).toEqual([]),
);

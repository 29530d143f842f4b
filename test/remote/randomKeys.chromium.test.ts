import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyboard, remoteControl } from './keyDevices.js';
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
});
afterAll(() => app.close());

describe.each(Object.entries({ 'remote control': remoteControl, keyboard }))('random keys of a %s', (_, device) => {
  test.concurrent.each(seeds)(
    'never lose the focus, whatever the server does (DISCOVR_FUZZ_SEED=%i)',
    { timeout: 600_000, retry: 0 },
    async (seed) => {
      const run = { browser: app.browser, url: app.url, device, seed, steps: STEPS_PER_RUN };
      expect(await pressRandomKeys(run)).toEqual([]);
    },
  );
});

import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

/** Bundles the settings for a mode, and checks them in a realm that has no `process`. */
async function settingsInWorker(mode: string, options: object): Promise<unknown> {
  const [bundle] = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/server/serverSettings.ts', import.meta.url)),
        formats: ['iife'],
        name: 'worker',
      },
    },
  })) as Rolldown.RolldownOutput[];
  const call = `${bundle!.output[0].code}; worker.serverSettings(options)`;
  const given = { clientId: 'app', secret: 's'.repeat(32), ...options };
  return runInNewContext(call, { options: given, TextEncoder, Uint8Array, URL });
}

test('a worker without process needs an origin in production only', async () => {
  await expect(settingsInWorker('production', {})).rejects.toThrow(/origin is required/);
  await expect(settingsInWorker('production', { origin: 'https://app.example' })).resolves.toBeDefined();
  await expect(settingsInWorker('development', {})).resolves.toBeDefined();
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const NAMES = ['CryptoKey', 'ReadableStream', 'Request', 'Response', 'TextDecoder', 'TextEncoder'] as const;
const { CryptoKey, ReadableStream, Request, Response, TextDecoder, TextEncoder, crypto } = globalThis;
const node = { CryptoKey, ReadableStream, Request, Response, TextDecoder, TextEncoder, crypto };

/** Loads the entry in an environment whose `process` has this function. */
async function loadEntry(getBuiltinModule?: () => object) {
  vi.stubGlobal('process', Object.create(process, { getBuiltinModule: { value: getBuiltinModule } }));
  const { createTestDiscovr } = await import('./index.js');
  return createTestDiscovr;
}

const nodeModule = () => ({ runInThisContext: () => node });

beforeEach(() => {
  vi.resetModules();
  for (const name of NAMES) {
    vi.stubGlobal(name, undefined);
    Reflect.deleteProperty(globalThis, name);
  }
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
});

afterEach(() => vi.unstubAllGlobals());

describe('createTestDiscovr', () => {
  test('works in an environment without the globals of Node, such as jsdom in Jest', async () => {
    const createTestDiscovr = await loadEntry(nodeModule);
    const { client } = createTestDiscovr();
    expect((await client.createPage({ pageFilters: { media_type: 'movie' } })).id).toMatch(/./);
    expect(globalThis.crypto.subtle).toBe(node.crypto.subtle);
  });

  test('says in one sentence what to add when it cannot find the globals', async () => {
    Reflect.set(globalThis, 'TextEncoder', node.TextEncoder);
    Reflect.set(globalThis, 'TextDecoder', node.TextDecoder);
    const createTestDiscovr = await loadEntry();
    expect(createTestDiscovr).toThrow(
      'createTestDiscovr needs CryptoKey, ReadableStream, Request, Response, crypto.subtle: run tests in Node 20.19 or ' +
        'newer and keep its global "process", and serve stories over HTTPS or from localhost.',
    );
  });

  test('leaves the globals of an environment that has them', async () => {
    class OwnResponse extends node.Response {}
    Reflect.set(globalThis, 'Response', OwnResponse);
    await loadEntry(nodeModule);
    expect(globalThis.Response).toBe(OwnResponse);
    expect(globalThis.Request).toBe(node.Request);
  });
});

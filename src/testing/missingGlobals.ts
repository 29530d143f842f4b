/** Globals that the embedded Discovr and the client use. All supported browsers and Node have them; jsdom does not. */
const GLOBALS = [
  'CryptoKey',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'crypto',
] as const;

// Runs on import, because modules of the embedded Discovr use TextEncoder when they load.
addGlobals();

/**
 * Asserts that the environment has all globals that the embedded Discovr needs.
 *
 * @throws {Error} naming the missing ones and what to add.
 */
export function assertGlobals(): void {
  const missing: string[] = GLOBALS.filter((name) => !(name in globalThis));
  if (!hasSubtleCrypto()) missing.push('crypto.subtle');
  if (missing.length === 0) return;
  throw new Error(
    `createTestDiscovr needs ${missing.join(', ')}: run tests in Node 20.19 or newer and keep its global "process", and ` +
      'serve stories over HTTPS or from localhost.',
  );
}

/** Adds Node's globals where a test environment lacks them. Does nothing in browsers. */
function addGlobals(): void {
  if (GLOBALS.every((name) => name in globalThis) && hasSubtleCrypto()) return;
  const node = nodeGlobals();
  if (!node) return;
  for (const name of GLOBALS) if (!(name in globalThis)) define(globalThis, name, node[name]);
  // The crypto of jsdom has random numbers only.
  if (!hasSubtleCrypto()) define(crypto, 'subtle', node.crypto.subtle);
}

/** Returns the globals of Node itself. A test environment that runs in a context of `node:vm` has other ones. */
function nodeGlobals(): typeof globalThis | undefined {
  // Not imported, because this module is also bundled for browsers.
  const { process }: { process?: NodeJS.Process } = globalThis;
  return process?.getBuiltinModule?.('node:vm').runInThisContext('globalThis');
}

function hasSubtleCrypto(): boolean {
  const { crypto }: { crypto?: Partial<Crypto> } = globalThis;
  return crypto?.subtle !== undefined;
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

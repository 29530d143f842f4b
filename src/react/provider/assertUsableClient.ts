import type { DiscovrSdkLike } from '../../client/sdk/sdkSession.js';

const NEEDED_BY_ALL: readonly (keyof DiscovrSdkLike)[] = [
  'createPage',
  'getPage',
  'getActiveProfileId',
  'onAuthStateChanged',
  'onSessionRefreshed',
];

/**
 * Checks that a client has the methods without which nothing works.
 *
 * @throws {TypeError} when it lacks one of them.
 */
export function assertUsableClient(client: object): void {
  const methods: Partial<DiscovrSdkLike> = client;
  const missing = NEEDED_BY_ALL.filter((name) => typeof methods[name] !== 'function');
  if (missing.length === 0) return;
  throw new TypeError(
    `discovr-react: the client of <DiscovrProvider> lacks ${missing.map((name) => `${name}()`).join(', ')}, without ` +
      'which nothing works. Pass a DiscovrClient or an instance of the official SDK, not its class.',
  );
}

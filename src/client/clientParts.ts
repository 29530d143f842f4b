import { createTransport } from '../api/http/transport.js';
import { createIdentityApi, type IdentityApi } from '../api/identityApi.js';
import { loadOnce } from '../api/loadOnce.js';
import type { PublicApi, RequestDeviceCodeOptions } from '../api/publicApi.js';
import { createSessionApi, type SessionApi } from '../api/sessionApi.js';
import { DeviceClock } from '../session/deviceClock.js';
import type { DeviceSignIn } from '../session/device/deviceSignIn.js';
import { DiscovrAuth } from '../session/discovrAuth.js';
import type { DiscovrCredential } from '../session/store/credential.js';
import { Lifetime } from '../session/lifetime.js';
import { memoryCredentialStore } from '../session/store/credentialStore.js';
import { namespaceOf } from '../session/store/namespace.js';
import { Adoption } from './signIn/adoption.js';
import { assertSecureAddress } from './assertSecureAddress.js';
import type { DiscovrClientOptions } from './clientOptions.js';
import { PageCalls } from './pages/pageCalls.js';
import { tokenServerOf } from './tokenServerOf.js';
import { WebSignIn } from './signIn/webSignIn.js';
import type { WebSignInDependencies } from './signIn/webSignInFlows.js';

/** What a client is made of. */
export interface ClientParts {
  readonly auth: DiscovrAuth;
  readonly identityApi: IdentityApi;
  readonly sessionApi: SessionApi;
  /** Endpoints that take no token; loaded at the first call. */
  readonly publicApi: () => Promise<PublicApi>;
  readonly pages: PageCalls;
  readonly adoption: Adoption;
  readonly webSignIn: WebSignIn;
  /** Signing in by a code; loaded at the first call. */
  readonly deviceSignIn: () => Promise<{ start(options: RequestDeviceCodeOptions): Promise<DeviceSignIn> }>;
  readonly lifetime: Lifetime;
}

/**
 * Puts the parts of a client together. Nothing is started.
 *
 * @throws a `TypeError` where the options contradict each other, the id is missing, or an address is not encrypted.
 */
export function createClientParts(clientId: string, options: DiscovrClientOptions): ClientParts {
  assertFit(clientId, options);
  const { sessionSource, timeoutMs = 15_000, now = Date.now, profilePerTab = false, webSignIn = {} } = options;
  const basePath = basePathOf(options);
  const namespace = namespaceOf(basePath, clientId);
  const { credentialStore = sessionSource?.store ?? memoryCredentialStore() } = options;
  const send = createTransport({
    basePath,
    // Looked up at each call, so that a fetch that is replaced later, by instrumentation or a test, is used.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
  });
  const lifetime = new Lifetime();
  const auth = new DiscovrAuth({
    namespace,
    store: typeof credentialStore === 'function' ? credentialStore(namespace) : credentialStore,
    // A back end answers over the network.
    storeTimeoutMs: sessionSource && timeoutMs,
    server: tokenServerOf(send, sessionSource),
    lifetime,
    profilePerTab,
    clock: new DeviceClock(now),
  });
  const { withRefreshToken, withSessionToken } = auth;
  const sessionApi = createSessionApi(send, withSessionToken);
  const adoption = new Adoption(auth, sessionSource !== undefined);
  const adopt = (credential: DiscovrCredential) => adoption.signIn(credential);
  const context: WebSignInDependencies = { clientId, basePath, options: webSignIn, send, adopt, now, lifetime };
  return {
    auth,
    identityApi: sessionSource?.identityApi(withRefreshToken) ?? createIdentityApi(send, withRefreshToken),
    sessionApi,
    publicApi: loadOnce('public calls', async () => (await import('../api/publicApi.js')).createPublicApi(send)),
    pages: new PageCalls(auth, sessionApi),
    adoption,
    webSignIn: new WebSignIn(context),
    deviceSignIn: loadOnce('sign-ins', async () => {
      const { startDeviceSignIn } = await import('../session/device/startDeviceSignIn.js');
      return { start: (codeOptions) => startDeviceSignIn(context, codeOptions) };
    }),
    lifetime,
  };
}

function assertFit(clientId: string, options: DiscovrClientOptions): void {
  if (!clientId) {
    throw new TypeError('DiscovrClient needs a client id. Pass the one of your app as its first argument.');
  }
  if (options.sessionSource && options.credentialStore) {
    throw new TypeError('DiscovrClient takes a sessionSource or a credentialStore: the former keeps the credential.');
  }
  if (options.allowInsecureBasePath) return;
  assertSecureAddress(basePathOf(options), 'basePath');
  if (options.webSignIn?.authorizeUrl) assertSecureAddress(options.webSignIn.authorizeUrl, 'authorizeUrl');
}

function basePathOf({ basePath }: DiscovrClientOptions): string {
  return (basePath ?? 'https://api.discovr.media').replace(/\/+$/, '');
}

import type { IdentityApi } from '../api/profiles.js';
import { loadOnce } from '../shared/lateModule.js';
import type { PublicApi, RequestDeviceCodeOptions } from '../api/publicApi.js';
import type { SessionApi } from '../api/sessionApi.js';
import { DeviceClock } from '../session/clock.js';
import type { DeviceSignIn } from '../session/deviceSignIn.js';
import { DiscovrAuth } from '../session/auth.js';
import { memoryCredentialStore, namespaceOf, type DiscovrCredential } from '../session/credential.js';
import { Lifetime } from '../shared/lifetime.js';
import { Adoption, WebSignIn } from './webSignIn.js';
import { assertSecureUrl } from './assertSecureUrl.js';
import type { DiscovrClientOptions } from './options.js';
import { lateCalls } from './lateCalls.js';
import { PageCalls } from './pageCalls.js';

/** Parts that make up a client. */
export interface ClientParts {
  readonly auth: DiscovrAuth;
  readonly identityApi: IdentityApi;
  readonly sessionApi: SessionApi;
  readonly publicApi: PublicApi;
  readonly pages: PageCalls;
  readonly adoption: Adoption;
  readonly webSignIn: WebSignIn;
  /** Sign-in by code; its code is loaded by the first call. */
  readonly deviceSignIn: () => Promise<{ start(options: RequestDeviceCodeOptions): Promise<DeviceSignIn> }>;
  readonly lifetime: Lifetime;
}

/**
 * Creates the parts of a client and starts to load the code of its calls. Starts nothing else.
 *
 * @throws {TypeError} when the options contradict each other, the client id is missing, or a URL is not encrypted.
 */
export function createClientParts(clientId: string, options: DiscovrClientOptions): ClientParts {
  assertValid(clientId, options);
  const { sessionSource, timeoutMs = 15_000, retries, now = Date.now, profilePerTab = false, webSignIn = {} } = options;
  const basePath = basePathOf(options);
  const namespace = namespaceOf(basePath, clientId);
  const { credentialStore = sessionSource?.store ?? memoryCredentialStore() } = options;
  const calls = lateCalls(
    {
      basePath,
      // Looked up on each call, because instrumentation or a test may replace the global fetch later.
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      timeoutMs,
      retries,
    },
    () => auth,
  );
  const lifetime = new Lifetime();
  const auth = new DiscovrAuth({
    namespace,
    store: typeof credentialStore === 'function' ? credentialStore(namespace) : credentialStore,
    // A session source is read over the network, so the read has the timeout of a request.
    storeTimeoutMs: sessionSource && timeoutMs,
    server: sessionSource?.tokenServer ?? calls.tokenServer,
    lifetime,
    profilePerTab,
    clock: new DeviceClock(now),
  });
  const { sessionApi, publicApi } = calls;
  const adoption = new Adoption(auth, sessionSource !== undefined);
  const adopt = (credential: DiscovrCredential) => adoption.signIn(credential);
  const context = { clientId, now, lifetime, adopt, auth, sessionSource, publicApi };
  return {
    auth,
    identityApi: sessionSource?.identityApi(auth.withRefreshToken) ?? calls.identityApi,
    sessionApi,
    publicApi,
    pages: new PageCalls(auth, sessionApi),
    adoption,
    webSignIn: new WebSignIn({ ...context, basePath, options: webSignIn }),
    deviceSignIn: loadOnce('sign-ins', async () => {
      const { startDeviceSignIn } = await import('./deviceSignIn.js');
      return { start: (codeOptions) => startDeviceSignIn(context, codeOptions) };
    }),
    lifetime,
  };
}

function assertValid(clientId: string, options: DiscovrClientOptions): void {
  if (!clientId) {
    throw new TypeError("DiscovrClient needs your app's client id as its first argument.");
  }
  if (options.sessionSource && options.credentialStore) {
    throw new TypeError(
      'DiscovrClient takes a sessionSource or a credentialStore, not both: a sessionSource keeps the credential itself.',
    );
  }
  if (options.allowInsecureBasePath) return;
  assertSecureUrl(basePathOf(options), 'basePath');
  if (options.webSignIn?.authorizeUrl) assertSecureUrl(options.webSignIn.authorizeUrl, 'authorizeUrl');
}

function basePathOf({ basePath }: DiscovrClientOptions): string {
  return (basePath ?? 'https://api.discovr.media').replace(/\/+$/, '');
}

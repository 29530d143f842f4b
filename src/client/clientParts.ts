import type { Authorize } from '../api/http/authorizedSend.js';
import { createIdentityApi, type IdentityApi } from '../api/identityApi.js';
import { isDiscovrError } from '../api/errors/discovrError.js';
import type { PublicApi } from '../api/publicApi.js';
import { createSessionApi, type SessionApi } from '../api/sessionApi.js';
import { createTransport } from '../api/http/transport.js';
import type { DiscovrCredential } from '../session/store/credential.js';
import { memoryCredentialStore } from '../session/store/credentialStore.js';
import { DeviceClock } from '../session/deviceClock.js';
import { DiscovrAuth } from '../session/discovrAuth.js';
import { createObservers } from '../session/observers.js';
import { scopeName } from '../session/store/scopeName.js';
import type { SignInResult } from '../session/signInResult.js';
import { assertSecureAddress } from './assertSecureAddress.js';
import type { DiscovrClientOptions } from './clientOptions.js';
import type { WebSignInContext } from './webSignInFlows.js';

/** What the methods of a client stand on. The classes that share it keep it private: it lends out tokens. */
export interface ClientParts {
  readonly auth: DiscovrAuth;
  readonly identityApi: IdentityApi;
  readonly sessionApi: SessionApi;
  /** Endpoints that take no token; loaded at the first call. */
  readonly publicApi: () => Promise<PublicApi>;
  /** Takes on a credential obtained elsewhere. Rejects where a session source keeps the credential, or the store does not. */
  readonly adopt: (credential: DiscovrCredential) => Promise<void>;
  /** Hears of sign-ins that the store did not keep. Returns the undo. */
  readonly onSignInNotKept: (listener: () => void) => () => void;
  readonly signInContext: WebSignInContext;
  /** Ends the client. */
  readonly ended: AbortController;
}

/**
 * Puts a client together. Nothing is started.
 *
 * @throws a `TypeError` where the options contradict each other, the id is missing, or an address is not encrypted.
 */
export function createClientParts(clientId: string, options: DiscovrClientOptions): ClientParts {
  if (!clientId)
    throw new TypeError('DiscovrClient needs a client id. Pass the one of your app as its first argument.');
  const { sessionSource, timeoutMs = 15_000, now = Date.now, profileScope = 'all' } = options;
  if (sessionSource && options.credentialStore) {
    throw new TypeError('DiscovrClient takes a sessionSource or a credentialStore: the former keeps the credential.');
  }
  const basePath = (options.basePath ?? 'https://api.discovr.media').replace(/\/+$/, '');
  if (!options.allowInsecureBasePath) {
    assertSecureAddress(basePath, 'basePath');
    if (options.webAuth?.authorizeUrl) assertSecureAddress(options.webAuth.authorizeUrl, 'authorizeUrl');
  }
  const scope = scopeName(basePath, clientId);
  const { credentialStore = sessionSource?.store ?? memoryCredentialStore() } = options;
  const send = createTransport({
    basePath,
    // Looked up at each call, so that a fetch that is replaced later, by instrumentation or a test, is used.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
  });
  const identityApi = (authorize: Authorize) =>
    sessionSource?.identityApi(authorize) ?? createIdentityApi(send, authorize);
  const auth = new DiscovrAuth({
    scope,
    store: typeof credentialStore === 'function' ? credentialStore(scope) : credentialStore,
    // A back end answers over the network.
    storeTimeoutMs: sessionSource && timeoutMs,
    identityApi,
    profileScope,
    clock: new DeviceClock(now),
  });
  const ended = new AbortController();
  const unkept = createObservers<void>();
  const adopt = async (credential: DiscovrCredential) => {
    if (sessionSource) {
      throw new TypeError(
        'The sessionSource keeps the credential. Sign in at your back end, then call refreshSignIn().',
      );
    }
    await auth.adopt(credential).catch((error: unknown) => {
      if (isDiscovrError(error, 'SIGN_IN_NOT_KEPT')) unkept.notify();
      throw error;
    });
  };
  const signInBy = (credential: DiscovrCredential): Promise<SignInResult> =>
    adopt(credential).then(
      () => ({ kept: true }),
      (error: unknown) => (isDiscovrError(error, 'SIGN_IN_NOT_KEPT') ? { kept: false } : Promise.reject(error)),
    );
  const webAuth = options.webAuth ?? {};
  return {
    auth,
    identityApi: identityApi(auth.withRefreshToken),
    sessionApi: createSessionApi(send, auth.withSessionToken),
    publicApi: async () => (await import('../api/publicApi.js')).createPublicApi(send),
    adopt,
    onSignInNotKept: unkept.add,
    signInContext: { clientId, basePath, options: webAuth, send, adopt: signInBy, now, ended: ended.signal },
    ended,
  };
}

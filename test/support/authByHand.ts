import type { SessionTokenResponse } from '../../src/api/session.js';
import { browserPlatform } from '../../src/platform/browser.js';
import { memoryCredentialStore, type CredentialStore, type DiscovrCredential } from '../../src/session/credential.js';
import { DeviceClock } from '../../src/session/clock.js';
import { DiscovrAuth } from '../../src/session/auth.js';
import { createTokenCalls } from '../../src/session/tokenCalls.js';
import { Lifetime } from '../../src/shared/lifetime.js';
import type { SessionState } from '../../src/session/sessionState.js';
import type { TokenServer } from '../../src/session/mints.js';
import { deferred, type Deferred } from './promises.js';
import { madeUpRefreshToken } from './tokens.js';

/** A mint that waits for its response. */
interface PendingMint extends Omit<Deferred<SessionTokenResponse>, 'resolve'> {
  readonly profileId: string;
  readonly refreshToken: string;
  /** Resolves the mint with a token named after its profile and number. */
  resolve(): void;
}

/** Returns the token of a mint: its text contains the profile and the number of the mint. */
export function tokenOf(profileId: string, mint = 1): string {
  return `token ${mint} of ${profileId}`;
}

/** Creates a credential with a made-up refresh token. */
export function madeUpCredential(name: string, profileId?: string): DiscovrCredential {
  return { refreshToken: madeUpRefreshToken(name), ...(profileId !== undefined && { profileId }) };
}

/** Creates a `DiscovrAuth` whose mints and revocations the test settles, so that it controls their order. */
export function authByHand(
  credential?: DiscovrCredential,
  store: CredentialStore = memoryCredentialStore(credential),
  whenLoaded: Promise<unknown> = Promise.resolve(),
) {
  const mints: PendingMint[] = [];
  const signOuts: Deferred<{ revoked: boolean }>[] = [];
  const server: TokenServer = {
    mint(refreshToken, profileId) {
      const { promise, resolve, reject } = deferred<SessionTokenResponse>();
      const number = mints.length + 1;
      const response = { sessionToken: tokenOf(profileId, number), sessionId: `session ${number}`, expiresAt: 1_800 };
      mints.push({ profileId, refreshToken, promise, reject, resolve: () => resolve(response) });
      return promise;
    },
    revoke() {
      const signOut = deferred<{ revoked: boolean }>();
      signOuts.push(signOut);
      return signOut.promise;
    },
  };
  const lifetime = new Lifetime();
  const auth = new DiscovrAuth({
    namespace: 'by hand',
    store,
    server,
    loadTokenCalls: async () => {
      await whenLoaded;
      return createTokenCalls;
    },
    lifetime,
    profilePerTab: false,
    trace: {},
    platform: browserPlatform,
    clock: new DeviceClock(
      () => 0,
      () => 0,
    ),
  });
  const states: SessionState[] = [];
  auth.onStateChanged((state) => states.push(state));
  return {
    auth,
    lifetime,
    store,
    mints,
    signOuts,
    states,
    getToken: async () => (await auth.tokenCalls()).withSessionToken(async (token) => token),
  };
}

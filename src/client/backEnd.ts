import type { IdentityApi } from '../api/profiles.js';
import type { PublicApi } from '../api/publicApi.js';
import type { Authorize, CallOptions } from '../api/transport.js';
import type { DiscovrAuth } from '../session/auth.js';
import type { CredentialStore } from '../session/credential.js';
import type { TokenServer } from '../session/mints.js';

/** Back end of the app that keeps the refresh token, so that the browser never sees it. */
export interface SessionSource {
  /** Store that reads who is signed in at the back end. The back end itself keeps and removes the credential. */
  readonly store: CredentialStore;
  /** Returns identity endpoints that call the back end. Each call runs in `authorize`, as with Discovr's endpoints. */
  identityApi(authorize: Authorize): IdentityApi;
  /** The back end's routes for signing in. Without them, the app signs users in at the back end by other means. */
  readonly signIns?: BackEndSignIns | undefined;
}

/** Sign-in at the app's back end. */
export interface BackEndSignIn {
  /** Id of the sign-in. It is not a secret: tabs use it to distinguish users. */
  publicId: string;
  /** Id of the active profile, if the back end remembers it from the last mint. */
  profileId?: string | undefined;
}

/**
 * Functions that call the app's back end. They return the responses of Discovr's identity endpoints. The back end
 * identifies the user by a cookie, and calls these endpoints with the refresh token of that user.
 *
 * When a call fails, the function must reject with a `DiscovrError`, or with any error that has a `status`, and a
 * `code` if Discovr sent one. A `status` of 401 means that no user is signed in.
 */
export interface SessionSourceCalls extends IdentityApi {
  /**
   * Returns the current sign-in, or `null` when no user is signed in. Called when the client starts, and when its
   * browser tab is shown again.
   */
  getSignIn(options?: CallOptions): Promise<BackEndSignIn | null>;
}

/** The back end's routes for signing in, as `createDiscovrServer` of `discovr-react/server` serves them. */
export interface BackEndSignIns extends Pick<PublicApi, 'requestDeviceCode' | 'pollDeviceCode'> {
  /** Path or URL that redirects the browser to the sign-in page. */
  readonly redirectPath: string;
}

/** Parts of a client from which {@link backEndOf} makes its back end. */
export interface BackEndContext {
  readonly sessionSource: SessionSource | undefined;
  readonly auth: Pick<DiscovrAuth, 'ready' | 'readStoreNow'>;
}

/** The app's back end, as the sign-ins of a client see it. */
export interface BackEnd {
  /**
   * Returns the back end's routes for signing in.
   *
   * @throws {TypeError} when the session source has none. The browser must not sign in by itself then, because it would
   * receive the refresh token.
   */
  signIns(): BackEndSignIns;
  /**
   * Asks the back end who is signed in. Resolves with what identifies the sign-in; `undefined` if no user is.
   *
   * @param hasSignedIn whether a user has just signed in. Otherwise users who signed out stay signed out, even if the
   * back end has not ended their sign-in.
   */
  refresh(hasSignedIn: boolean): Promise<string | undefined>;
}

/** Returns the back end of a client; `undefined` if the browser keeps the credential. */
export function backEndOf({ sessionSource, auth }: BackEndContext): BackEnd | undefined {
  return (
    sessionSource && {
      signIns() {
        if (sessionSource.signIns) return sessionSource.signIns;
        throw new TypeError(
          'The session source has no routes for signing in. Sign the user in at your back end, then call ' +
            'refreshSignIn().',
        );
      },
      refresh: (hasSignedIn) => auth.readStoreNow(hasSignedIn),
    }
  );
}

const PREFIX = 'kept by the back end: ';

/** Returns what stands for the refresh token of a sign-in in the browser. */
export const placeholderOf = (publicId: string) => PREFIX + publicId;

/** Returns the server that mints and revokes through the app's back end, which identifies the user by a cookie. */
export function backEndTokenServer(source: SessionSource): TokenServer {
  const api = source.identityApi((call) => call(''));
  return {
    mint: (_token, profileId, options) => api.mintSessionToken({ profileId }, options),
    revoke: (placeholder) => api.signOutSession({ publicId: placeholder.slice(PREFIX.length) }),
  };
}

import type { DiscovrAuth } from '../../session/discovrAuth.js';
import type { BackEndSignIns } from '../sessionSource/backEndSignIns.js';
import type { SessionSource } from '../sessionSource/sessionSource.js';

/** Parts of a client from which {@link backEndOf} makes its back end. */
export interface BackEndContext {
  readonly sessionSource: SessionSource | undefined;
  readonly auth: Pick<DiscovrAuth, 'readStoreNow'>;
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
  /** Asks the back end who is signed in. Resolves with what identifies the sign-in; `undefined` if no user is. */
  refresh(): Promise<string | undefined>;
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
      refresh: () => auth.readStoreNow(),
    }
  );
}

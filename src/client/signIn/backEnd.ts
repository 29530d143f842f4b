import type { DiscovrAuth } from '../../session/discovrAuth.js';
import { isSignedIn } from '../../session/state/sessionState.js';
import type { BackEndSignIns } from '../sessionSource/backEndSignIns.js';
import type { SessionSource } from '../sessionSource/sessionSource.js';

/** Parts of a client from which {@link backEndOf} makes its back end. */
export interface BackEndContext {
  readonly sessionSource: SessionSource | undefined;
  readonly auth: Pick<DiscovrAuth, 'readStoreNow' | 'state' | 'user'>;
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
  /** Returns what identifies the current sign-in; `undefined` if the client knows of none. */
  user(): string | undefined;
  /** Asks the back end who is signed in. Returns whether a user is. */
  refresh(): Promise<boolean>;
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
      user: () => auth.user,
      async refresh() {
        await auth.readStoreNow();
        return isSignedIn(auth.state);
      },
    }
  );
}

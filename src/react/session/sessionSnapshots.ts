import type { DiscovrClientLike } from '../../client/clientLike.js';
import { areSessionsEqual, UNKNOWN_SESSION, type SessionState } from '../../session/sessionState.js';

/** The session as React reads it: the functions that `useSyncExternalStore` takes. */
export interface SessionSnapshots {
  /** Id of the client whose session it is. */
  readonly clientId: string;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Returns the session that is on screen: the client's, or the initial one until the client knows its own. */
  readonly now: () => SessionState;
  /** Returns the session of the first render, on the server and in the browser. */
  readonly first: () => SessionState;
}

/**
 * Returns the session of a client as React reads it.
 *
 * @param initial the session that the app passed to the provider. It is never written to the client, because on a
 *   server all users may share one.
 */
export function sessionSnapshotsOf(
  client: DiscovrClientLike,
  initial: SessionState = UNKNOWN_SESSION,
): SessionSnapshots {
  return {
    clientId: client.clientId,
    subscribe: (onChange) => client.onSessionChanged(onChange),
    now() {
      const known = client.getSession();
      // The same object for an equal session, so that nothing re-renders.
      return known.status === 'unknown' || areSessionsEqual(known, initial) ? initial : known;
    },
    first: () => initial,
  };
}

import type { SessionRefreshed } from '../../session/tokens.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';

/**
 * Calls the listener with the profile's id whenever a new session replaces the previous one. The pages of the previous
 * session are then outdated. `isFirst` is `true` if the client had no session before. Does not report the session that is
 * current at the time of the call. Returns a function that removes the listener.
 */
export function onSessionRenewed(
  client: DiscovrClientLike,
  listener: (profileId: string, isFirst: boolean) => void,
): () => void {
  let last: SessionRefreshed | undefined;
  return client.onSessionRefreshed((session) => {
    const previous = last;
    last = session;
    const { profileId } = session;
    if (previous && profileId !== null && textOf(previous) !== textOf(session)) {
      listener(profileId, previous.profileId === null);
    }
  });
}

const textOf = ({ profileId, sessionId, expiresAt }: SessionRefreshed) => `${profileId} ${sessionId} ${expiresAt}`;

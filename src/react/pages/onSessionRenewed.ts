import type { DiscovrClientLike } from '../../client/discovrClientLike.js';

/**
 * Calls the listener with the profile's id whenever a new session replaces the previous one. The pages of the previous
 * session are then outdated. Does not report the session that is current at the time of the call. Returns a function
 * that removes the listener.
 */
export function onSessionRenewed(client: DiscovrClientLike, listener: (profileId: string) => void): () => void {
  let present: string | undefined;
  return client.onSessionRefreshed(({ profileId, sessionId, expiresAt }) => {
    const previous = present;
    present = `${profileId} ${sessionId} ${expiresAt}`;
    if (previous !== undefined && previous !== present && profileId !== null) listener(profileId);
  });
}

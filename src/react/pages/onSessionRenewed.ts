import type { DiscovrClientLike } from '../../client/discovrClientLike.js';

/**
 * Hears of each session that takes the place of another, with the profile it is for: pages made before are outdated then.
 * The session at the time of the call is not told. Returns the undo.
 */
export function onSessionRenewed(client: DiscovrClientLike, listener: (profileId: string) => void): () => void {
  let present: string | undefined;
  return client.onSessionRefreshed(({ profileId, sessionId, expiresAt }) => {
    const former = present;
    present = `${profileId} ${sessionId} ${expiresAt}`;
    if (former !== undefined && former !== present && profileId !== null) listener(profileId);
  });
}

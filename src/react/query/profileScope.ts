import type { QueryClient } from '@tanstack/react-query';
import { abortError } from '../../shared/abort.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { profileIdOf } from '../../session/sessionState.js';

/** Option of query options that belong to a profile. */
export interface OfProfile {
  /**
   * Id of the profile that the data belongs to; `null` if no profile is active. Pass it on a server, and where query
   * options are created during a render.
   * @default the active profile of the client
   */
  profileId?: string | null | undefined;
}

/** The client and the profile that a query belongs to. */
export interface Owner {
  readonly clientId: string;
  /** `null` if no profile is active. */
  readonly profileId: string | null;
}

/** What a call for a profile needs: the client, the cache for its result, and the profile. */
export interface CallContext {
  readonly client: DiscovrClientLike;
  readonly queryClient: QueryClient;
  readonly owner: Owner;
}

/** Returns the profile that a query belongs to. Reads the session of the client only if the caller names no profile. */
export function ownerOf(client: DiscovrClientLike, { profileId }: OfProfile): Owner {
  return {
    clientId: client.clientId,
    profileId: profileId === undefined ? (profileIdOf(client.getSession()) ?? null) : profileId,
  };
}

/** Whether the client is known to have a different active profile. */
export function isAtOther(client: DiscovrClientLike, { profileId }: Owner): boolean {
  const session = client.getSession();
  return profileId !== null && session.status !== 'unknown' && profileIdOf(session) !== profileId;
}

/**
 * Returns the result of a call, unless the client turns out to be at another profile than the one that the query
 * belongs to. This happens when the call began before the client knew its session.
 *
 * @throws {Error} an `AbortError` when the profile is another one.
 */
export async function forOwner<Result>(
  client: DiscovrClientLike,
  owner: Owner,
  call: Promise<Result>,
): Promise<Result> {
  const result = await call;
  if (isAtOther(client, owner)) throw abortError();
  return result;
}

import type { QueryKey } from '@tanstack/react-query';
import { abortError } from '../../shared/abort.js';
import { inTurn } from '../../shared/inTurn.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { isAtOther, type CallContext } from '../query/profileScope.js';
import { PendingChanges, type DataChange } from './pendingChanges.js';

/** Queries that are affected by a change. */
export interface AffectedQueries {
  /** The key of the queries, or a prefix of it. */
  readonly queryKey: QueryKey;
  /** Change to show before the response; if omitted, the queries are only refetched. */
  readonly change?: DataChange | undefined;
}

/** A change of a title. */
export interface TitleChange<Result> {
  readonly mediaId: string;
  readonly affected: readonly AffectedQueries[];
  send(): Promise<Result>;
}

/** A change of a title that cached data shows. */
export interface BegunTitleChange<Result> {
  /** Sends the change. May be called again after a failure. */
  send(): Promise<Result>;
  /** Ends the change: `true` keeps it, `false` reverts it. */
  end(isDone: boolean): void;
}

/**
 * Begins a change of a title. Cached data shows the change immediately. If the change fails, only this change is
 * reverted. When it ends, the data is refetched, unless another change of the same data is pending. Changes of one
 * title are sent one at a time. A change that was started under one profile is never sent or cached for another.
 */
export function beginTitleChange<Result>(
  context: CallContext,
  { mediaId, affected, send }: TitleChange<Result>,
): BegunTitleChange<Result> {
  const { queryClient } = context;
  const pending = PendingChanges.of(queryClient);
  const cache = queryClient.getQueryCache();
  const ends = affected.flatMap(({ queryKey, change }) =>
    change ? cache.findAll({ queryKey }).map((query) => pending.begin(query, change)) : [],
  );
  return {
    send: () => sendForProfile(context, mediaId, send),
    end(isDone) {
      for (const endChange of ends) endChange(isDone);
      // Refetches after a failure too, because the server may have made the change even if the call failed.
      for (const { queryKey } of affected) {
        void queryClient.invalidateQueries({ queryKey, predicate: (query) => !pending.has(query) });
      }
    },
  };
}

const isKnown = (client: DiscovrClientLike) => client.getSession().status !== 'unknown';

/** Waits until the client knows its session. */
function untilKnown(client: DiscovrClientLike): Promise<void> {
  return new Promise((resolve) => {
    const undo = client.onSessionChanged(() => {
      if (!isKnown(client)) return;
      undo();
      resolve();
    });
  });
}

/** Sends a call for a title after the title's previous calls, unless the profile has changed by then. */
export function sendForProfile<Result>(
  { client, queryClient, owner }: CallContext,
  mediaId: string,
  send: () => Promise<Result>,
): Promise<Result> {
  return inTurn(queryClient, mediaId, async () => {
    // The screen may show the profile that the server knew, while the client does not know its own yet.
    if (!isKnown(client)) await untilKnown(client);
    if (isAtOther(client, owner)) {
      throw abortError('The call was not sent, because the profile changed or the user signed out.');
    }
    return send();
  });
}

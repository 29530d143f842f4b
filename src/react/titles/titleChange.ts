import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { abortError } from '../../api/http/abort.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { profileIdOf } from '../../session/state/sessionState.js';
import { runInOrder } from './runInOrder.js';
import { PendingChanges, type DataChange } from './pendingChanges.js';

/** Queries that a change concerns. */
export interface ConcernedQueries {
  /** Their key, or what their keys begin with. */
  readonly queryKey: QueryKey;
  /** What they show before the answer; without it they are only fetched again. */
  readonly change?: DataChange | undefined;
}

/** Something that is changed about a title. */
export interface TitleChange<Answer> {
  readonly mediaId: string;
  readonly concerned: readonly ConcernedQueries[];
  send(): Promise<Answer>;
}

/**
 * Changes something about a title: shown at once where it is in the cache, taken back alone where it fails, fetched again
 * when it ends, unless another change of the same data is under way. Changes of one title are sent one after another.
 * What was wished for in one profile is not sent, nor written, for another.
 */
export async function runTitleChange<Answer>(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  { mediaId, concerned, send }: TitleChange<Answer>,
): Promise<Answer> {
  const pending = PendingChanges.of(queryClient);
  const cache = queryClient.getQueryCache();
  const ends = concerned.flatMap(({ queryKey, change }) =>
    change ? cache.findAll({ queryKey }).map((query) => pending.begin(query, change)) : [],
  );
  const end = (isDone: boolean) => {
    for (const endChange of ends) endChange(isDone);
  };
  try {
    const answer = await sendForProfile(client, queryClient, mediaId, send);
    end(true);
    return answer;
  } catch (error) {
    end(false);
    throw error;
  } finally {
    // After a failure, too: it may have come after the deed.
    for (const { queryKey } of concerned) {
      void queryClient.invalidateQueries({ queryKey, predicate: (query) => !pending.has(query) });
    }
  }
}

/** Sends something about a title in its turn, unless another profile is active by then. */
export function sendForProfile<Answer>(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  mediaId: string,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const profileId = profileIdOf(client.getSession());
  return runInOrder(queryClient, mediaId, async () => {
    if (profileId !== undefined && profileIdOf(client.getSession()) !== profileId) {
      throw abortError('Another profile is active, or nobody is signed in any more. Nothing was sent.');
    }
    return send();
  });
}

import { DiscovrError } from '../shared/errors.js';

/** Paging fields of a batch. */
interface Paging {
  readonly hasMore: boolean;
  readonly nextPageToken?: string | undefined;
}

/**
 * Iterates over the entries of a list. Requests a batch only when the previous one is used up.
 *
 * @throws {DiscovrError} `BAD_RESPONSE` when the server repeats a token or returns three consecutive batches without a
 * new entry. Such a list might never end.
 */
export async function* iterateBatches<Batch extends Paging, Entry extends ListEntry>(
  load: (nextPageToken: string | undefined) => Promise<Batch>,
  entriesOf: (batch: Batch) => readonly Entry[],
): AsyncGenerator<Entry, void, undefined> {
  const tokens = new Set<string | undefined>();
  const isStalledAfter = watchForStall();
  for (let token: string | undefined; !tokens.has(token);) {
    tokens.add(token);
    const batch = await load(token);
    const entries = entriesOf(batch);
    yield* entries;
    if (!batch.hasMore || batch.nextPageToken === undefined) return;
    if (isStalledAfter(entries)) {
      throw new DiscovrError(
        'BAD_RESPONSE',
        'A list returned three consecutive batches without a new entry, so no more is loaded.',
      );
    }
    token = batch.nextPageToken;
  }
  throw new DiscovrError('BAD_RESPONSE', 'The server repeated a nextPageToken of a list, so no more is loaded.');
}

/** Fields that identify an entry of a list. */
export interface ListEntry {
  readonly id: string;
  readonly type?: string | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/**
 * Returns a function that takes the batches of a list in order and returns whether the list has stalled: the last three
 * contain no new entry. A stalled list loads no more automatically, because it could do so forever. `isNew` says that a
 * batch counts as new, whatever its entries.
 */
export function watchForStall(): (entries?: readonly ListEntry[], isNew?: boolean) => boolean {
  const seen = new Set<string>();
  let withoutNew = 0;
  return (entries = [], isNew = false) => {
    const before = seen.size;
    for (const { type, id, season, episode } of entries) seen.add(JSON.stringify([type, id, season, episode]));
    withoutNew = isNew || seen.size > before ? 0 : withoutNew + 1;
    return withoutNew >= 3;
  };
}

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
  const isNew = watchForNew();
  const isStalledAfter = watchForStall();
  for (let token: string | undefined; !tokens.has(token);) {
    tokens.add(token);
    const batch = await load(token);
    const entries = entriesOf(batch);
    yield* entries;
    if (!batch.hasMore || batch.nextPageToken === undefined) return;
    if (isStalledAfter(isNew(entries))) {
      throw new DiscovrError(
        'BAD_RESPONSE',
        `A list returned ${STALLED_AFTER} consecutive batches without a new entry, so no more is loaded.`,
      );
    }
    token = batch.nextPageToken;
  }
  throw new DiscovrError('BAD_RESPONSE', 'The server repeated a nextPageToken of a list, so no more is loaded.');
}

/** Number of consecutive batches without anything new after which a list has stalled. */
const STALLED_AFTER = 3;

/**
 * Returns a function that takes whether each batch of a list contains something new, in order, and returns whether the
 * list has stalled: it then loads no more automatically, because it could do so forever.
 */
export function watchForStall(): (isNew: boolean) => boolean {
  let withoutNew = 0;
  return (isNew) => {
    withoutNew = isNew ? 0 : withoutNew + 1;
    return withoutNew >= STALLED_AFTER;
  };
}

/** Fields that identify an entry of a list. */
export interface ListEntry {
  readonly id: string;
  readonly type?: string | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** Returns a function that takes the batches of a list in order and returns whether a batch contains a new entry. */
export function watchForNew(): (entries: readonly ListEntry[]) => boolean {
  const seen = new Set<string>();
  return (entries) => {
    const before = seen.size;
    for (const { type, id, season, episode } of entries) seen.add(JSON.stringify([type, id, season, episode]));
    return seen.size > before;
  };
}

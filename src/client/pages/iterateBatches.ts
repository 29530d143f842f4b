import { DiscovrError } from '../../api/errors/discovrError.js';
import { MAX_FRUITLESS_BATCHES, watchForNew, type ListEntry } from './newEntries.js';

/** Paging fields of a batch. */
interface PartEnd {
  readonly hasMore: boolean;
  readonly nextPageToken?: string | undefined;
}

/**
 * Iterates over the entries of a list. Requests each batch when the previous batch is used up.
 *
 * @throws {DiscovrError} `BAD_RESPONSE` when the server repeats a token or returns three batches in a row without a new
 * entry, because the list might never end.
 */
export async function* iterateBatches<Part extends PartEnd, Entry extends ListEntry>(
  ask: (nextPageToken: string | undefined) => Promise<Part>,
  entriesOf: (batch: Part) => readonly Entry[],
): AsyncGenerator<Entry, void, undefined> {
  const tokens = new Set<string | undefined>();
  const isNew = watchForNew();
  let fruitless = 0;
  for (let token: string | undefined; !tokens.has(token);) {
    tokens.add(token);
    const batch = await ask(token);
    const entries = entriesOf(batch);
    yield* entries;
    if (!batch.hasMore || batch.nextPageToken === undefined) return;
    fruitless = isNew(entries) ? 0 : fruitless + 1;
    if (fruitless === MAX_FRUITLESS_BATCHES) {
      throw new DiscovrError('BAD_RESPONSE', `The last ${fruitless} batches of a list contain no new entries.`);
    }
    token = batch.nextPageToken;
  }
  throw new DiscovrError('BAD_RESPONSE', 'A batch of a list refers to a batch that was already read as its next one.');
}

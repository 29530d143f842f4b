import { DiscovrError } from '../../api/errors/discovrError.js';
import { MAX_FRUITLESS_PARTS, watchForNew, type ListEntry } from './newEntries.js';

/** How a list goes on after a batch. */
interface PartEnd {
  readonly hasMore: boolean;
  readonly nextPageToken?: string | undefined;
}

/**
 * Gives the entries of a list one by one, and asks for the next batch only when the one before is used up.
 *
 * @throws {DiscovrError} `BAD_RESPONSE` when the server gives a token again, or three batches in a row without a new entry: the
 * list might never end.
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
    if (fruitless === MAX_FRUITLESS_PARTS) {
      throw new DiscovrError('BAD_RESPONSE', `A list goes on, but its last ${fruitless} batches brought nothing new.`);
    }
    token = batch.nextPageToken;
  }
  throw new DiscovrError('BAD_RESPONSE', 'A list goes on with a batch that was there before.');
}

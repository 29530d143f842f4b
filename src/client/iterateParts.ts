import { DiscovrError } from '../api/discovrError.js';

/** How a list goes on after a part. */
interface PartEnd {
  readonly hasMore: boolean;
  readonly nextPageToken?: string | undefined;
}

/**
 * Gives the entries of a list one by one, and asks for the next part only when the one before is used up.
 *
 * @throws {DiscovrError} `BAD_RESPONSE` where the server gives a token again: the list would never end.
 */
export async function* iterateParts<Part extends PartEnd, Entry>(
  ask: (nextPageToken: string | undefined) => Promise<Part>,
  entriesOf: (part: Part) => readonly Entry[],
): AsyncGenerator<Entry, void, undefined> {
  const tokens = new Set<string | undefined>();
  for (let token: string | undefined; !tokens.has(token);) {
    tokens.add(token);
    const part = await ask(token);
    yield* entriesOf(part);
    if (!part.hasMore || part.nextPageToken === undefined) return;
    token = part.nextPageToken;
  }
  throw new DiscovrError('BAD_RESPONSE', 'A list goes on with a part that was there before.');
}

import { createIdentityApi, type IdentityApi } from '../api/profiles.js';
import type { CreatePagePayload, CreatePageResponse } from '../api/pages.js';
import { createPublicApi, type PublicApi } from '../api/publicApi.js';
import type { Row, RowItem } from '../api/rows.js';
import { tokenServerOf } from '../api/session.js';
import { createSessionApi, type SessionApi } from '../api/sessionApi.js';
import { createTransport, type CallOptions, type TransportOptions } from '../api/transport.js';
import type { DiscovrAuth } from '../session/auth.js';
import type { TokenServer } from '../session/mints.js';
import { raceAbort } from '../shared/abort.js';
import { DiscovrError } from '../shared/errors.js';
import { SharedCalls } from '../shared/shareCall.js';
import { watchForStall, type ListEntry } from './batches.js';
import { createPageRequest } from './createPageRequest.js';
import type { IterateOptions } from './options.js';

export { createTokenCalls } from '../session/tokenCalls.js';

/** Calls of a client. */
export interface Calls extends SessionApi, PublicApi {
  /** See `DiscovrClient.createPage`. */
  createPage(payload?: CreatePagePayload, options?: CallOptions): Promise<CreatePageResponse>;
  /** See `DiscovrClient.iterateRows`. */
  iterateRows(pageId: string, options?: IterateOptions): AsyncGenerator<Row, void, undefined>;
  /** See `DiscovrClient.iterateItems`. */
  iterateItems(pageId: string, rowId: string, options?: IterateOptions): AsyncGenerator<RowItem, void, undefined>;
  readonly identityApi: IdentityApi;
  readonly sessionApi: SessionApi;
}

/**
 * Creates the calls of a client. The client begins to load this module when it is created, because the transport and
 * the zod schemas would delay the first render.
 */
export async function createCalls(
  options: TransportOptions,
  auth: Pick<DiscovrAuth, 'ready' | 'epoch' | 'tokenCalls'>,
): Promise<Calls> {
  const send = createTransport(options);
  const { withRefreshToken, withSessionToken } = await auth.tokenCalls();
  const sessionApi = createSessionApi(send, withSessionToken);
  const pages = new SharedCalls<CreatePageResponse>();
  return {
    ...sessionApi,
    ...createPublicApi(send),
    async createPage(payload, { signal } = {}) {
      await raceAbort(auth.ready(), signal);
      const request = createPageRequest(payload);
      return pages.run(`${auth.epoch} ${request.key}`, signal, (shared) =>
        sessionApi.createPage(request.payload, { signal: shared }),
      );
    },
    iterateRows: (pageId, paging) =>
      iterateBatches(
        (nextPageToken) => sessionApi.getRows(pageId, { ...paging, nextPageToken }),
        ({ rows }) => rows,
      ),
    iterateItems: (pageId, rowId, paging) =>
      iterateBatches(
        (nextPageToken) => sessionApi.getRowItems(pageId, rowId, { ...paging, nextPageToken }),
        ({ items }) => items,
      ),
    identityApi: createIdentityApi(send, withRefreshToken),
    sessionApi,
  };
}

/** Creates the calls that mint and revoke at the Discovr API. They work without a signed-in user. */
export function createTokenServer(options: TransportOptions): TokenServer {
  return tokenServerOf(createTransport(options));
}

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
async function* iterateBatches<Batch extends Paging, Entry extends ListEntry>(
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

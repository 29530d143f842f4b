import {
  isServer,
  type DataTag,
  type InfiniteData,
  type QueryFunction,
  type QueryKey,
  type QueryMeta,
  type UseMutationOptions,
  type UseQueryOptions,
} from '@tanstack/react-query';
import type { Row } from '../../api/rows.js';
import { watchForStall, type ListEntry } from '../../client/batches.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { DiscovrError } from '../../shared/errors.js';
import type { DiscovrOperation } from '../failures/failures.js';
import { distinctRows } from '../pages/distinctRows.js';
import { discovrKeys } from './keys.js';
import { forOwner, type Owner } from './profileScope.js';

/** Milliseconds for which data stays in the cache while nothing shows it: TanStack's default. */
const UNUSED_MS = 300_000;

/** Marks the queries and mutations of the library for the callbacks of an app's caches. */
const meta: QueryMeta = { discovr: true };

/**
 * Options that every query of the library sets, so that it behaves the same with any app's QueryClient: the transport
 * handles retries and timeouts, and queries fail while offline instead of waiting. Only a query that failed and has no data
 * is refetched automatically, when the browser is online again. The placeholder that an app sets for all queries could be
 * the data of another profile.
 */
export const queryDefaults = {
  meta,
  retry: false,
  retryOnMount: true,
  networkMode: 'always',
  throwOnError: false,
  // On a server, a timer would keep the process running.
  gcTime: isServer ? Infinity : UNUSED_MS,
  placeholderData: () => undefined,
  notifyOnChangeProps: undefined,
  refetchInterval: false,
  refetchOnMount: true,
  refetchOnWindowFocus: false,
  refetchOnReconnect: ({ state }: { readonly state: { readonly status: string; readonly data: unknown } }) =>
    state.status === 'error' && state.data === undefined && 'always',
  staleTime: Infinity,
} as const;

/**
 * Options that every mutation of the library sets. Without `networkMode`, TanStack would pause a mutation while offline
 * and send it later.
 */
const mutationDefaults = {
  meta,
  gcTime: UNUSED_MS,
  retry: false,
  networkMode: 'always',
  throwOnError: false,
} as const;

/** Options of a hook that changes something: TanStack's, except the key and the function. */
export type DiscovrMutationOptions<Data, Variables> = Omit<
  UseMutationOptions<Data, DiscovrError, Variables>,
  'mutationFn' | 'mutationKey'
>;

/**
 * Returns the options that a mutation of the library sets, with its key.
 *
 * @param prefix start of the key, so that mutations of one subject can be found together.
 */
export const mutationOf = (
  operation: DiscovrOperation,
  client: Pick<DiscovrClientLike, 'clientId'>,
  prefix: readonly string[] = discovrKeys.client(client),
) => ({
  ...mutationDefaults,
  mutationKey: [...prefix, operation],
});

/** Milliseconds after which data that other devices can also change is refetched when it is next shown. */
export const STALE_AFTER_MS = 30_000;

/**
 * Result of a query-options factory: a key that carries the type of its data, and a query function; `select` is left to
 * the caller. Written out because TanStack's inferred type refers to internals, which differ between its versions.
 */
export type QueryOptionsOf<Data, Key extends QueryKey> = Omit<
  UseQueryOptions<Data, DiscovrError, Data, Key>,
  'queryFn' | 'queryKey' | 'select'
> & {
  queryFn?: QueryFunction<Data, Key>;
  queryKey: DataTag<Key, Data, DiscovrError>;
};

/** Token of the batch to request, taken from the previous batch; `undefined` for the first batch. */
export type BatchToken = string | undefined;

/**
 * Result of a list's query-options factory, for `useInfiniteQuery`. Written out because the type parameters of
 * TanStack's type differ between its versions.
 */
export interface BatchesQueryOptions<Batch, Key extends QueryKey, Token = BatchToken> extends Omit<
  Readonly<typeof queryDefaults>,
  'staleTime'
> {
  readonly queryKey: Key;
  readonly queryFn: QueryFunction<Batch, Key, Token>;
  readonly initialPageParam: Token;
  readonly getNextPageParam: (last: Batch, all: Batch[], token: Token, tokens: Token[]) => Token | undefined;
  readonly enabled: boolean;
  /** Milliseconds after which the list is stale and is refetched when it is next shown. */
  readonly staleTime: number | ((query: BatchQuery<Batch, Token>) => number);
}

/** The fields of TanStack's query that `staleTime` reads. */
interface BatchQuery<Batch, Token = BatchToken> {
  readonly state: { readonly data: InfiniteData<Batch, Token> | undefined };
}

/**
 * Returns query options for a list of a profile in batches; disabled while no profile is active. A repeated
 * token ends the list. Three consecutive batches without a new entry also stop it, because a server could otherwise
 * cause endless requests. The hooks can continue a list that stopped this way.
 */
export function batchesQueryOptions<Batch extends BatchEnd, const Key extends QueryKey>(
  client: DiscovrClientLike,
  owner: Owner,
  queryKey: Key,
  fetchBatch: (paging: { nextPageToken: BatchToken; signal: AbortSignal }) => Promise<Batch>,
): BatchesQueryOptions<Batch, Key> {
  return {
    ...queryDefaults,
    queryKey,
    queryFn: ({ pageParam, signal }) => forOwner(client, owner, fetchBatch({ nextPageToken: pageParam, signal })),
    initialPageParam: undefined,
    getNextPageParam: ({ hasMore, nextPageToken }, all, _token, tokens) =>
      hasMore && !tokens.includes(nextPageToken) && !haveStalled(all) ? nextPageToken : undefined,
    enabled: owner.profileId !== null,
  };
}

/** Whether and where a list continues after a batch. */
export interface BatchEnd {
  readonly hasMore: boolean;
  readonly nextPageToken?: string | undefined;
}

/** A batch of rows, with the id of their page, or a batch of items. */
type AnyBatch = BatchEnd & ({ pageId: string; rows: Row[] } | { pageId?: never; items?: readonly ListEntry[] });

/** The last batch of each stalled list that the app has continued. */
const resumed = new WeakSet<BatchEnd>();

/**
 * Whether a list has stalled: the server reports more, but the last three batches contained nothing new. A stalled list
 * does not continue automatically, because it could request batches forever. After the app continues it, it stalls
 * again only after three more batches without new entries.
 */
export function haveStalled(batches: readonly BatchEnd[]): boolean {
  // Every list of the library has one of these two forms.
  const known = batches as readonly AnyBatch[];
  const last = known.at(-1);
  if (!last?.hasMore || last.nextPageToken === undefined) return false;
  // A repeated token means that the list has ended, not stalled.
  const isLikeLast = (batch: AnyBatch) => batch.nextPageToken === last.nextPageToken && batch.pageId === last.pageId;
  if (known.slice(0, -1).some(isLikeLast)) return false;
  const rows = distinctRows(known.filter((batch) => 'rows' in batch));
  const isStalledAfter = watchForStall();
  let isStalled = false;
  known.forEach((batch, index) => {
    const entries = 'rows' in batch ? rows[index]!.rows : batch.items;
    isStalled = isStalledAfter(entries, resumed.has(batch));
  });
  return isStalled;
}

/** Allows a stalled list to continue. */
export function resumeBatches(batches: readonly BatchEnd[]): void {
  const last = batches.at(-1);
  if (last) resumed.add(last);
}

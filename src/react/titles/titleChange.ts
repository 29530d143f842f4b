'use client';

import {
  useMutation,
  type UseMutationResult,
  type QueryKey,
  type InfiniteData,
  type Query,
  type QueryCache,
  type QueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { DiscovrError } from '../../shared/errors.js';
import type { SuccessMessage } from '../../api/lists.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { abortError } from '../../shared/abort.js';
import { inTurn } from '../../shared/inTurn.js';
import { useDiscovrContext } from '../provider/context.js';
import { useOwner } from '../query/useScoped.js';
import { isAtOther, type Owner, type CallContext } from '../query/profileScope.js';
import { refetchChanged } from '../query/refetchChanged.js';
import type { DiscovrOperation } from '../failures/failures.js';
import { mutationOf, type DiscovrMutationOptions } from '../query/options.js';

interface BegunMutation<Variables> extends BegunTitleChange<SuccessMessage> {
  readonly variables: Variables;
}

/** Name of a hook that creates a mutation of a title, for error messages. */
type TitleMutationHook = `use${Capitalize<DiscovrOperation>}()`;

/** Creates a mutation of a title, whose variables `changeOf` turns into a change. */
export function useTitleMutation<Variables>(
  caller: TitleMutationHook,
  changeOf: (client: DiscovrClientLike, variables: Variables, owner: Owner) => TitleChange<SuccessMessage>,
  options: DiscovrMutationOptions<SuccessMessage, Variables> | undefined,
): UseMutationResult<SuccessMessage, DiscovrError, Variables> {
  const { client, queryClient, snapshots } = useDiscovrContext(caller);
  const owner = useOwner(snapshots);
  const [begun] = useState<BegunMutation<Variables>[]>(() => []);
  const begin = (variables: Variables) => {
    const change = changeOf(client, variables, owner);
    const mutation = { variables, ...beginTitleChange({ client, queryClient, owner }, change) };
    begun.push(mutation);
    return mutation;
  };
  const find = (variables: Variables) => begun.find((mutation) => mutation.variables === variables);
  const end = (variables: Variables, isDone: boolean) => {
    const mutation = find(variables);
    if (!mutation) return;
    begun.splice(begun.indexOf(mutation), 1);
    mutation.end(isDone);
  };
  return useMutation<SuccessMessage, DiscovrError, Variables>(
    {
      ...mutationOf(operationOf(caller), client),
      ...options,
      // The change begins and ends here and not in `mutationFn`, which runs again for each retry that the app has set.
      onMutate(variables, ...rest) {
        begin(variables);
        return options?.onMutate?.(variables, ...rest);
      },
      // A mutation that TanStack has restored has not begun.
      mutationFn: (variables) => (find(variables) ?? begin(variables)).send(),
      onSuccess(data, variables, ...rest) {
        end(variables, true);
        return options?.onSuccess?.(data, variables, ...rest);
      },
      onError(error, variables, ...rest) {
        end(variables, false);
        return options?.onError?.(error, variables, ...rest);
      },
    },
    queryClient,
  );
}

function operationOf(caller: TitleMutationHook): DiscovrOperation {
  const name = caller.slice('use'.length, -'()'.length);
  // The type of the parameter allows only operations in the name.
  return (name.charAt(0).toLowerCase() + name.slice(1)) as DiscovrOperation;
}

/** Queries that are affected by a change. */
export interface AffectedQueries {
  /** The key of the queries, or a prefix of it. */
  readonly queryKey: QueryKey;
  /** Change to show before the response; if omitted, the queries are only refetched. */
  readonly change?: DataChange | undefined;
}

/** A change of a title. */
interface TitleChange<Result> {
  readonly mediaId: string;
  readonly affected: readonly AffectedQueries[];
  send(): Promise<Result>;
}

/** A change of a title that cached data shows. */
interface BegunTitleChange<Result> {
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
function beginTitleChange<Result>(
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
        refetchChanged(queryClient, { queryKey, predicate: (query) => !pending.has(query) });
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

/** Applies a change to the data of a query. Must be idempotent, because a response may already include the change. */
type DataChange = (data: unknown) => unknown;

interface Overlay {
  /** The data without the pending changes. */
  before: unknown;
  /** Pending changes, oldest first, and changes that ended while others were pending. */
  changes: DataChange[];
  pendingCount: number;
}

const pendingByCache = new WeakMap<QueryCache, PendingChanges>();

/**
 * Optimistic changes of cached data. A query shows the data from before the changes with all pending changes applied. So
 * changes can end in any order, only a failed change is reverted, and a response neither undoes a pending change nor keeps
 * a failed one.
 * A query that was removed, for instance on a profile switch, is not written to again.
 */
class PendingChanges {
  readonly #queryClient: QueryClient;
  readonly #overlays = new Map<Query, Overlay>();
  /** Whether this class is writing, so that its cache listener ignores the write. */
  #isWriting = false;
  #stopListening: (() => void) | undefined;

  /** Returns the pending changes of a cache, shared by all hooks. */
  static of(queryClient: QueryClient): PendingChanges {
    const cache = queryClient.getQueryCache();
    const pending = pendingByCache.get(cache) ?? new PendingChanges(queryClient);
    pendingByCache.set(cache, pending);
    return pending;
  }

  private constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  /** Whether a query has pending changes. */
  has(query: Query): boolean {
    return this.#overlays.has(query);
  }

  /**
   * Shows a change of a query, immediately or once the query has data. Returns a function that ends the change: `true`
   * keeps it, `false` reverts it.
   */
  begin(query: Query, change: DataChange): (isDone: boolean) => void {
    const overlay: Overlay = this.#overlays.get(query) ?? {
      before: query.state.data,
      changes: [],
      pendingCount: 0,
    };
    overlay.changes.push(change);
    overlay.pendingCount += 1;
    this.#overlays.set(query, overlay);
    this.#listen();
    this.#show(query, overlay);
    return (isDone) => {
      // The query was removed before the change ended, so there is nothing to write to.
      if (this.#overlays.get(query) !== overlay) return;
      overlay.pendingCount -= 1;
      if (!isDone) overlay.changes.splice(overlay.changes.indexOf(change), 1);
      this.#show(query, overlay);
      if (overlay.pendingCount === 0) this.#forget(query);
    };
  }

  #show(query: Query, overlay: Overlay): void {
    // Without data, the changes are applied when the first response arrives.
    if (overlay.before === undefined) return;
    const data = overlay.changes.reduce<unknown>((shown, change) => change(shown), overlay.before);
    this.#isWriting = true;
    // Keeps the age of the data, because a change neither refreshes nor outdates it.
    this.#queryClient.setQueryData(query.queryKey, data, { updatedAt: query.state.dataUpdatedAt });
    this.#isWriting = false;
  }

  #forget(query: Query): void {
    this.#overlays.delete(query);
    if (this.#overlays.size > 0) return;
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  #listen(): void {
    this.#stopListening ??= this.#queryClient.getQueryCache().subscribe((event) => {
      const overlay = this.#overlays.get(event.query);
      if (!overlay) return;
      if (event.type === 'removed') this.#forget(event.query);
      if (event.type !== 'updated' || event.action.type !== 'success' || this.#isWriting) return;
      const { data } = event.query.state;
      // The app writes `manual` data, which no server returned.
      overlay.before = event.action.manual ? data : withoutChanges(overlay.before, data);
      this.#show(event.query, overlay);
    });
  }
}

/**
 * Returns the data without the pending changes after a response. The response may already contain some of them. So the
 * data from before the changes stays, and of a list, only further batches are added. The query is refetched when the
 * changes end.
 */
function withoutChanges(before: unknown, response: unknown): unknown {
  if (!isList(before) || !isList(response)) return before ?? response;
  const count = before.pages.length;
  return {
    pages: [...before.pages, ...response.pages.slice(count)],
    pageParams: [...before.pageParams, ...response.pageParams.slice(count)],
  };
}

/** Whether the data of a query is a list in batches. */
function isList(data: unknown): data is InfiniteData<unknown> {
  return typeof data === 'object' && data !== null && 'pages' in data;
}

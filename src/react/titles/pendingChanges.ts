import type { InfiniteData, Query, QueryCache, QueryClient } from '@tanstack/react-query';

/** Applies a change to the data of a query. Must be idempotent, because a response may already include the change. */
export type DataChange = (data: unknown) => unknown;

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
export class PendingChanges {
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

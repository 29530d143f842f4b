import type { Query, QueryCache, QueryClient } from '@tanstack/react-query';

/** What a change makes of the data of a query. It must be able to come twice: a fetch may bring what it did already. */
export type DataChange = (data: unknown) => unknown;

interface Overlay {
  /** The data as the server told it. */
  told: unknown;
  /** Changes under way, oldest first, and those done while others were under way. */
  changes: DataChange[];
  underWay: number;
}

const pendingByCache = new WeakMap<QueryCache, PendingChanges>();

/**
 * Changes that are shown before the server has them. A query shows what the server told with all changes under way over
 * it, so one that fails is taken back alone, in whatever order they end, and an answer that was fetched meanwhile undoes
 * none. Queries that are removed, as those of a profile that is left, are written to no more.
 */
export class PendingChanges {
  readonly #queryClient: QueryClient;
  readonly #overlays = new Map<Query, Overlay>();
  /** What is written here is told to the listener below as well. */
  #isWriting = false;
  #stopListening: (() => void) | undefined;

  /** The changes of a cache: one object for all hooks. */
  static of(queryClient: QueryClient): PendingChanges {
    const cache = queryClient.getQueryCache();
    const pending = pendingByCache.get(cache) ?? new PendingChanges(queryClient);
    pendingByCache.set(cache, pending);
    return pending;
  }

  private constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient;
  }

  /** Tells whether changes of a query are under way. */
  has(query: Query): boolean {
    return this.#overlays.has(query);
  }

  /**
   * Shows a change of a query, now or as soon as it has data. The result ends it: for good where it is done, else it is
   * taken back.
   */
  begin(query: Query, change: DataChange): (isDone: boolean) => void {
    const overlay: Overlay = this.#overlays.get(query) ?? {
      told: query.state.data,
      changes: [],
      underWay: 0,
    };
    overlay.changes.push(change);
    overlay.underWay += 1;
    this.#overlays.set(query, overlay);
    this.#listen();
    this.#show(query, overlay);
    return (isDone) => {
      // Removed meanwhile: what would be written is nobody's.
      if (this.#overlays.get(query) !== overlay) return;
      overlay.underWay -= 1;
      if (!isDone) overlay.changes.splice(overlay.changes.indexOf(change), 1);
      this.#show(query, overlay);
      if (overlay.underWay === 0) this.#forget(query);
    };
  }

  #show(query: Query, overlay: Overlay): void {
    // A first answer is still to come: the changes are laid over it then.
    if (overlay.told === undefined) return;
    const data = overlay.changes.reduce<unknown>((before, change) => change(before), overlay.told);
    this.#isWriting = true;
    // A change makes data neither younger nor older.
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
      const isAnswer = event.type === 'updated' && event.action.type === 'success';
      if (!isAnswer || this.#isWriting) return;
      overlay.told = event.query.state.data;
      this.#show(event.query, overlay);
    });
  }
}

import type { CreatePagePayload, Page } from '../../api/pages.js';
import type { CallOptions } from '../../api/transport.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { perObject } from '../../messages/perObject.js';
import { RENEWAL_LEAST_MS } from '../../session/clock.js';
import { profileIdOf } from '../../session/sessionState.js';
import { isDiscovrError } from '../../shared/errors.js';
import { keepLast } from '../../shared/keepLast.js';
import { createObservers } from '../../shared/observers.js';
import { SharedCalls } from '../../shared/shareCall.js';
import { eventsOf } from '../events/events.js';
import type { Owner } from '../query/profileScope.js';

/** The ids of a page and of its replacement. */
export interface PageReplaced {
  readonly from: string;
  readonly to: string;
}

/**
 * Opens pages and heals outdated pages: recreates them with the filters that Discovr returns and, if known, their name.
 * Simultaneous callers share one replacement. If the replacement is outdated too, it is not recreated in the same call.
 */
export class PageHealing {
  readonly #client: Pick<DiscovrClientLike, 'createPage' | 'getPage' | 'getSession'>;
  readonly #observers = createObservers<PageReplaced>();
  readonly #healings = new SharedCalls<Page>();
  readonly #successors = new Successors();
  readonly #payloads = new Map<string, CreatePagePayload>();
  /** When each replacement was created, in milliseconds of the monotonic clock. */
  readonly #createdAt = new Map<string, number>();

  constructor(client: Pick<DiscovrClientLike, 'createPage' | 'getPage' | 'getSession'>) {
    this.#client = client;
  }

  /** Returns the id of the page's latest replacement, or the given id if the page was never replaced. */
  latest(pageId: string): string {
    return this.#successors.latest(this.#keyOf(pageId)).slice(this.#keyOf('').length);
  }

  /** Whether no page has replaced this page of a profile. */
  isLatest(pageId: string, { profileId }: Pick<Owner, 'profileId'>): boolean {
    const key = `${profileId} ${pageId}`;
    return this.#successors.latest(key) === key;
  }

  /** Calls the listener for each page that is replaced. Returns a function that removes it. */
  onReplaced(listener: (replaced: PageReplaced) => void): () => void {
    return this.#observers.add(listener);
  }

  /**
   * Returns the page with its hero or, if it is outdated, its replacement, whose id is in the result.
   *
   * @throws {DiscovrError} SESSION_EXPIRED when Discovr does not return the filters to recreate the page with.
   */
  async open(pageId: string, options: CallOptions = {}): Promise<Page> {
    const id = this.latest(pageId);
    try {
      return this.#remember(await this.#client.getPage(id, options));
    } catch (error) {
      return this.heal(id, error, options);
    }
  }

  /**
   * Returns the replacement of a page for which a call failed. The replacement is created once for all callers.
   * Rethrows the error unless it is `SESSION_EXPIRED` and contains the page's filters.
   */
  async heal(pageId: string, error: unknown, { signal }: CallOptions = {}): Promise<Page> {
    const pageFilters = isDiscovrError(error, 'SESSION_EXPIRED') ? error.pageLevelFilters : undefined;
    if (!pageFilters) throw error;
    const successor = this.latest(pageId);
    // Another call has already replaced the page.
    if (successor !== pageId) return this.#remember(await this.#client.getPage(successor, { signal }));
    const name = this.#payloads.get(this.#keyOf(pageId))?.name;
    return this.#replace(pageId, { pageFilters, ...(name && { name }) }, signal);
  }

  /**
   * Recreates a page after the session was renewed, without waiting for a call for the page to fail. Skips a page that
   * was never opened, because its filters are unknown. Also skips a page that was recreated less than 30 seconds ago.
   * Without this limit, two pages on screen would cause each other to be recreated forever if sessions expired
   * immediately.
   */
  async renew(pageId: string): Promise<void> {
    const id = this.latest(pageId);
    const payload = this.#payloads.get(this.#keyOf(id));
    const createdAt = this.#createdAt.get(this.#keyOf(id)) ?? Number.NEGATIVE_INFINITY;
    if (payload && performance.now() - createdAt >= RENEWAL_LEAST_MS) await this.#replace(id, payload, undefined);
  }

  #replace(from: string, payload: CreatePagePayload, callerSignal: AbortSignal | undefined): Promise<Page> {
    return this.#healings.run(this.#keyOf(from), callerSignal, async (signal) => {
      const { id: to } = await this.#client.createPage(payload, { signal });
      const page = this.#remember(await this.#client.getPage(to, { signal }));
      this.#successors.replace(this.#keyOf(from), this.#keyOf(to));
      keepLast(this.#createdAt, this.#keyOf(to), performance.now());
      // Discovr may return the same id for the recreated page.
      if (to === from) return page;
      this.#observers.notify({ from, to });
      eventsOf(this.#client).emit({ type: 'pageHealed', from, to });
      return page;
    });
  }

  /** Returns the key of a page for the active profile, so that replacements of another profile are never used. */
  #keyOf(pageId: string): string {
    return `${profileIdOf(this.#client.getSession())} ${pageId}`;
  }

  #remember(page: Page): Page {
    const { id, name, pageFilters = {} } = page;
    keepLast(this.#payloads, this.#keyOf(id), { pageFilters, ...(name && { name }) });
    return page;
  }
}

/**
 * Calls the listener for each page of an expired session that is replaced by a page with the same filters. Use it when
 * the app stores page ids; `usePage` and `useRows` keep working with the old id. Returns a function that removes the
 * listener.
 *
 * @example
 * const stop = onPageReplaced(client, ({ from, to }) => console.log(`${from} was replaced by ${to}`));
 */
export function onPageReplaced(client: DiscovrClientLike, listener: (replaced: PageReplaced) => void): () => void {
  return pageHealingOf(client).onReplaced(listener);
}

/** Returns the `PageHealing` of a client. There is one per client, so that all callers share replacements. */
export const pageHealingOf = perObject((client: DiscovrClientLike) => new PageHealing(client));

/**
 * Remembers which id replaced which. Each entry points directly to the latest replacement, which has no entry itself.
 * So there are no chains to follow and no cycles, even when a page gets a previous id back.
 */
export class Successors {
  readonly #newest = new Map<string, string>();

  /** Returns the latest replacement of an id, or the id itself if it was never replaced. */
  latest(id: string): string {
    const newest = this.#newest.get(id);
    if (newest === undefined) return id;
    keepLast(this.#newest, id, newest);
    return newest;
  }

  /** Records that `to` replaced `from`. If `to` was replaced before, it becomes the latest id again. */
  replace(from: string, to: string): void {
    for (const [id, newest] of this.#newest) if (newest === from) this.#newest.set(id, to);
    this.#newest.delete(to);
    if (from !== to) keepLast(this.#newest, from, to);
  }
}

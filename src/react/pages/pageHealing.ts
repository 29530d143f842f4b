import type { Page } from '../../api/pages.js';
import type { CallOptions } from '../../api/transport.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { perObject } from '../../messages/perObject.js';
import { profileIdOf } from '../../session/sessionState.js';
import { isDiscovrError } from '../../shared/errors.js';
import { keepLast } from '../../shared/keepLast.js';
import { loadOnce } from '../../shared/lateModule.js';
import { createObservers } from '../../shared/observers.js';
import type { Owner } from '../query/profileScope.js';
import type { HealingClient, PageReplaced, PageReplacements } from './pageReplacements.js';

/** Returns the key of a page for the active profile, so that replacements of another profile are never used. */
function pageKeyOf(client: HealingClient, pageId: string): string {
  return `${profileIdOf(client.getSession())} ${pageId}`;
}

/**
 * Opens pages and heals outdated pages: recreates them with the filters that Discovr returns and, if known, their name.
 * Simultaneous callers share one replacement. If the replacement is outdated too, it is not recreated in the same call.
 * The code that recreates pages is loaded when a page is outdated for the first time.
 */
export class PageHealing {
  readonly #client: HealingClient;
  readonly #observers = createObservers<PageReplaced>();
  readonly #opened = new Map<string, Page>();
  readonly #load: () => Promise<PageReplacements>;
  /** Replaced pages; `undefined` while there are none. */
  #replacements: PageReplacements | undefined;

  constructor(client: HealingClient) {
    this.#client = client;
    this.#load = loadOnce('outdated pages', async () => {
      const { PageReplacements: Replacements } = await import('./pageReplacements.js');
      return (this.#replacements = new Replacements(client, this.#opened, {
        keyOf: (pageId) => pageKeyOf(client, pageId),
        notify: this.#observers.notify,
      }));
    });
  }

  /** Returns the id of the page's latest replacement, or the given id if the page was never replaced. */
  latest(pageId: string): string {
    return this.#replacements?.latest(pageId) ?? pageId;
  }

  /** Whether no page has replaced this page of a profile. */
  isLatest(pageId: string, { profileId }: Pick<Owner, 'profileId'>): boolean {
    return this.#replacements?.isLatest(pageId, profileId) ?? true;
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
      const page = await this.#client.getPage(id, options);
      keepLast(this.#opened, pageKeyOf(this.#client, page.id), page);
      return page;
    } catch (error) {
      return this.heal(id, error, options);
    }
  }

  /**
   * Returns the replacement of a page for which a call failed. The replacement is created once for all callers.
   * Rethrows the error unless it is `SESSION_EXPIRED` and contains the page's filters.
   *
   * @throws {DiscovrError} NETWORK_ERROR when the code that recreates pages cannot be loaded.
   */
  async heal(pageId: string, error: unknown, { signal }: CallOptions = {}): Promise<Page> {
    const pageFilters = isDiscovrError(error, 'SESSION_EXPIRED') ? error.pageLevelFilters : undefined;
    if (!pageFilters) throw error;
    const key = pageKeyOf(this.#client, pageId);
    return (await this.#load()).heal(pageId, key, pageFilters, signal);
  }

  /**
   * Recreates a page after the session was renewed, without waiting for a call for the page to fail. Skips a page that
   * was never opened, because its filters are unknown. Also skips a page that was recreated less than 30 seconds ago.
   * Without this limit, two pages on screen would cause each other to be recreated forever if sessions expired
   * immediately.
   *
   * @param cached the page, if it is in the cache: one from a server was not opened by this client.
   */
  async renew(pageId: string, cached?: Page): Promise<void> {
    const id = this.latest(pageId);
    const key = pageKeyOf(this.#client, id);
    if (cached?.id === id && !this.#opened.has(key)) keepLast(this.#opened, key, cached);
    if (this.#opened.has(key)) await (await this.#load()).renew(id, key);
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

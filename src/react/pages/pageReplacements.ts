import type { CreatePagePayload, Page } from '../../api/pages.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { RENEWAL_LEAST_MS } from '../../session/clock.js';
import { abortError } from '../../shared/abort.js';
import { keepLast } from '../../shared/keepLast.js';
import { SharedCalls } from '../../shared/shareCall.js';
import { eventsOf } from '../events/events.js';

/** The ids of a page and of its replacement. */
export interface PageReplaced {
  readonly from: string;
  readonly to: string;
}

/** What healing needs of a client. */
export type HealingClient = Pick<DiscovrClientLike, 'createPage' | 'getPage' | 'getSession'>;

/** What a {@link PageReplacements} gets from the one that loads it. */
interface Surroundings {
  /** Returns the key of a page for the active profile. */
  keyOf(pageId: string): string;
  /** Called for each page that is replaced. */
  notify(replaced: PageReplaced): void;
}

/** Recreates the outdated pages of a client, and knows their replacements. {@link PageHealing} loads it. */
export class PageReplacements {
  readonly #client: HealingClient;
  readonly #opened: Map<string, Page>;
  readonly #surroundings: Surroundings;
  readonly #healings = new SharedCalls<Page>();
  readonly #successors = new Successors();
  /** When each replacement was created, in milliseconds of the monotonic clock. */
  readonly #createdAt = new Map<string, number>();

  /** @param opened opened pages by profile and id. Replacements are added. */
  constructor(client: HealingClient, opened: Map<string, Page>, surroundings: Surroundings) {
    this.#client = client;
    this.#opened = opened;
    this.#surroundings = surroundings;
  }

  /** See `PageHealing.latest`. */
  latest(pageId: string): string {
    return this.#successors.latest(this.#keyOf(pageId)).slice(this.#keyOf('').length);
  }

  /** See `PageHealing.isLatest`. */
  isLatest(pageId: string, profileId: string | null): boolean {
    const key = `${profileId} ${pageId}`;
    return this.#successors.latest(key) === key;
  }

  /**
   * Returns the replacement of an outdated page with these filters.
   *
   * @param key of the page, when it was found to be outdated.
   */
  async heal(pageId: string, key: string, pageFilters: FilterSpec, signal: AbortSignal | undefined): Promise<Page> {
    this.#checkProfile(pageId, key);
    const successor = this.latest(pageId);
    // Another call has already replaced the page.
    if (successor !== pageId) return this.#remember(await this.#client.getPage(successor, { signal }));
    return this.#replace(pageId, payloadOf(pageFilters, this.#opened.get(key)), signal);
  }

  /**
   * Recreates an opened page; see `PageHealing.renew`.
   *
   * @param key of the page, when the session was renewed.
   */
  async renew(pageId: string, key: string): Promise<void> {
    this.#checkProfile(pageId, key);
    const page = this.#opened.get(key);
    const createdAt = this.#createdAt.get(key) ?? Number.NEGATIVE_INFINITY;
    if (!page || this.latest(pageId) !== pageId || performance.now() - createdAt < RENEWAL_LEAST_MS) return;
    await this.#replace(pageId, payloadOf(page.pageFilters, page), undefined);
  }

  #replace(from: string, payload: CreatePagePayload, callerSignal: AbortSignal | undefined): Promise<Page> {
    return this.#healings.run(this.#keyOf(from), callerSignal, async (signal) => {
      const { id: to } = await this.#client.createPage(payload, { signal });
      const page = this.#remember(await this.#client.getPage(to, { signal }));
      this.#successors.replace(this.#keyOf(from), this.#keyOf(to));
      keepLast(this.#createdAt, this.#keyOf(to), performance.now());
      // Discovr may return the same id for the recreated page.
      if (to === from) return page;
      this.#surroundings.notify({ from, to });
      eventsOf(this.#client).emit({ type: 'pageHealed', from, to });
      return page;
    });
  }

  /** The profile may have changed while this code was loaded. Then, nothing is created for the other profile. */
  #checkProfile(pageId: string, key: string): void {
    if (key !== this.#keyOf(pageId)) throw abortError();
  }

  #keyOf(pageId: string): string {
    return this.#surroundings.keyOf(pageId);
  }

  #remember(page: Page): Page {
    keepLast(this.#opened, this.#keyOf(page.id), page);
    return page;
  }
}

/** Returns what to recreate a page with: these filters, and the name of the opened page. */
function payloadOf(pageFilters: FilterSpec = {}, { name }: Partial<Page> = {}): CreatePagePayload {
  return { pageFilters, ...(name && { name }) };
}

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

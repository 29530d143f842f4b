import { isDiscovrError } from '../api/discovrError.js';
import type { CreatePagePayload, Page } from '../api/schemas/page.js';
import type { CallOptions } from '../api/transport.js';
import { createObservers } from '../session/observers.js';
import type { DiscovrClientLike } from './discovrClientLike.js';
import { SharedCalls } from './sharedCalls.js';

/** Tells that a page took the place of another, which was made in a former session. */
export interface PageReplaced {
  readonly from: string;
  readonly to: string;
}

/** How many pages are remembered, the latest. */
const MAX_REMEMBERED = 200;

/**
 * Opens pages, and creates those anew that are out of date, with the filters Discovr gives back and the name where it is
 * known: once for all who ask at the same time, and never a second time where the new one fails, too.
 */
export class PageHealing {
  readonly #client: Pick<DiscovrClientLike, 'createPage' | 'getPage'>;
  readonly #observers = createObservers<PageReplaced>();
  readonly #healings = new SharedCalls<Page>();
  readonly #successors = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor(client: Pick<DiscovrClientLike, 'createPage' | 'getPage'>) {
    this.#client = client;
  }

  /** Id of the page that took a page's place, or its own. */
  latest(pageId: string): string {
    let id = pageId;
    for (let next = this.#successors.get(id); next !== undefined; next = this.#successors.get(id)) id = next;
    return id;
  }

  /** Hears of each page that was replaced. Returns the undo. */
  onReplaced(listener: (replaced: PageReplaced) => void): () => void {
    return this.#observers.add(listener);
  }

  /**
   * The page with its hero, or where it is out of date the one that takes its place: its id is in the result.
   *
   * @throws `SESSION_EXPIRED` where Discovr did not say with which filters to create it anew.
   */
  async open(pageId: string, options: CallOptions = {}): Promise<Page> {
    const id = this.latest(pageId);
    try {
      return this.#remember(await this.#client.getPage(id, options));
    } catch (error) {
      const pageFilters = isDiscovrError(error, 'SESSION_EXPIRED') ? error.pageLevelFilters : undefined;
      if (!pageFilters) throw error;
      const name = this.#names.get(id);
      return this.#healings.run(id, options.signal, (signal) =>
        this.#replace(id, { pageFilters, ...(name && { name }) }, signal),
      );
    }
  }

  async #replace(from: string, payload: CreatePagePayload, signal: AbortSignal): Promise<Page> {
    const { id: to } = await this.#client.createPage(payload, { signal });
    const page = this.#remember(await this.#client.getPage(to, { signal }));
    // Discovr may have made the same page up to date again.
    if (to === from) return page;
    keep(this.#successors, from, to);
    this.#observers.notify({ from, to });
    return page;
  }

  #remember(page: Page): Page {
    if (page.name) keep(this.#names, page.id, page.name);
    return page;
  }
}

const healings = new WeakMap<DiscovrClientLike, PageHealing>();

/** The healing of a client's pages: one for each client, so that all its observers share it. */
export function pageHealingOf(client: DiscovrClientLike): PageHealing {
  const present = healings.get(client) ?? new PageHealing(client);
  healings.set(client, present);
  return present;
}

function keep(map: Map<string, string>, key: string, value: string): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MAX_REMEMBERED && oldest !== undefined) map.delete(oldest);
}

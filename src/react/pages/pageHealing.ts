import { isDiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePagePayload, Page } from '../../api/schemas/page.js';
import type { CallOptions } from '../../api/http/transport.js';
import { profileIdOf } from '../../session/state/sessionState.js';
import { RENEWAL_LEAST_MS } from '../../session/timing.js';
import { createObservers } from '../../session/observers.js';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import { keepLast } from '../../client/keepLast.js';
import { SharedCalls } from '../../client/sharedCalls.js';
import { Successors } from './successors.js';

/** Tells that a page took the place of another, which was made in a former session. */
export interface PageReplaced {
  readonly from: string;
  readonly to: string;
}

/**
 * Opens pages, and creates those anew that are out of date, with the filters Discovr gives back and the name where it is
 * known: once for all who ask at the same time, and never a second time where the new one fails, too.
 */
export class PageHealing {
  readonly #client: Pick<DiscovrClientLike, 'createPage' | 'getPage' | 'getSession'>;
  readonly #observers = createObservers<PageReplaced>();
  readonly #healings = new SharedCalls<Page>();
  readonly #successors = new Successors();
  readonly #payloads = new Map<string, CreatePagePayload>();
  /** When each page took another's place, in milliseconds of a clock nobody sets. */
  readonly #madeAt = new Map<string, number>();

  constructor(client: Pick<DiscovrClientLike, 'createPage' | 'getPage' | 'getSession'>) {
    this.#client = client;
  }

  /** Id of the page that took a page's place, or its own. */
  latest(pageId: string): string {
    return this.#successors.latest(this.#own(pageId)).slice(this.#own('').length);
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
      return this.heal(id, error, options);
    }
  }

  /**
   * The page that takes the place of one for which a call failed; created once for all who ask. Any failure but
   * `SESSION_EXPIRED` with the page's filters is thrown again.
   */
  async heal(pageId: string, error: unknown, { signal }: CallOptions = {}): Promise<Page> {
    const pageFilters = isDiscovrError(error, 'SESSION_EXPIRED') ? error.pageLevelFilters : undefined;
    if (!pageFilters) throw error;
    const successor = this.latest(pageId);
    // Another call has been quicker.
    if (successor !== pageId) return this.#remember(await this.#client.getPage(successor, { signal }));
    const name = this.#payloads.get(this.#own(pageId))?.name;
    return this.#replace(pageId, { pageFilters, ...(name && { name }) }, signal);
  }

  /**
   * Creates a page anew before any call fails, since the session was renewed. One that was never opened waits for its
   * next call, which tells its filters, and so does one that was created less than half a minute ago: where sessions end at
   * once, the pages on screen would renew the session for one another without end.
   */
  async renew(pageId: string): Promise<void> {
    const id = this.latest(pageId);
    const payload = this.#payloads.get(this.#own(id));
    const madeAt = this.#madeAt.get(this.#own(id)) ?? Number.NEGATIVE_INFINITY;
    if (payload && performance.now() - madeAt >= RENEWAL_LEAST_MS) await this.#replace(id, payload, undefined);
  }

  #replace(from: string, payload: CreatePagePayload, givenUp: AbortSignal | undefined): Promise<Page> {
    return this.#healings.run(this.#own(from), givenUp, async (signal) => {
      const { id: to } = await this.#client.createPage(payload, { signal });
      const page = this.#remember(await this.#client.getPage(to, { signal }));
      this.#successors.replace(this.#own(from), this.#own(to));
      keepLast(this.#madeAt, this.#own(to), performance.now());
      // Discovr may have made the same page up to date again.
      if (to === from) return page;
      this.#observers.notify({ from, to });
      return page;
    });
  }

  /** A page belongs to a profile: under another one it has no successor, and is not created anew. */
  #own(pageId: string): string {
    return `${profileIdOf(this.#client.getSession())} ${pageId}`;
  }

  #remember(page: Page): Page {
    const { id, name, pageFilters = {} } = page;
    keepLast(this.#payloads, this.#own(id), { pageFilters, ...(name && { name }) });
    return page;
  }
}

const healings = new WeakMap<DiscovrClientLike, PageHealing>();

/**
 * Hears of each page that was made in a former session and replaced by one with the same filters, for what an app keeps by
 * page id. `usePage` and `useRows` need no telling: they go on under the old id. Returns the undo.
 *
 * @example
 * const undo = onPageReplaced(client, ({ from, to }) => console.log(`${from} is ${to} now`));
 */
export function onPageReplaced(client: DiscovrClientLike, listener: (replaced: PageReplaced) => void): () => void {
  return pageHealingOf(client).onReplaced(listener);
}

/** The healing of a client's pages: one for each client, so that all its observers share it. */
export function pageHealingOf(client: DiscovrClientLike): PageHealing {
  const present = healings.get(client) ?? new PageHealing(client);
  healings.set(client, present);
  return present;
}

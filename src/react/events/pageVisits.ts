import type { DiscovrClientLike } from '../../client/clientLike.js';
import { keepLast } from '../../shared/keepLast.js';
import { perObject } from '../../messages/perObject.js';

/** What the user has seen of the pages of a client. Kept for the last 200 pages. */
class PageVisits {
  readonly #seen = new Map<string, Set<string>>();
  readonly #sessionIds = new Map<string, string | null>();
  #sessionId: string | null = null;

  constructor(client: DiscovrClientLike) {
    client.onSessionRefreshed(({ sessionId }) => {
      this.#sessionId = sessionId;
    });
  }

  /** Returns whether something of a page is seen for the first time, and remembers it. */
  isFirst(pageId: string, what: string): boolean {
    const seen = this.#seen.get(pageId) ?? new Set<string>();
    keepLast(this.#seen, pageId, seen);
    const isFirst = !seen.has(what);
    seen.add(what);
    return isFirst;
  }

  /** Returns the session of a page: the one that was current when the page was first reported. */
  sessionIdOf(pageId: string): string | null {
    const sessionId = this.#sessionIds.get(pageId) ?? this.#sessionId;
    keepLast(this.#sessionIds, pageId, sessionId);
    return sessionId;
  }
}

/** Returns what the user has seen of the pages of a client. It is kept between visits to a page. */
export const pageVisitsOf = perObject((client: DiscovrClientLike) => new PageVisits(client));

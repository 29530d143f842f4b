import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import type { RailPlace } from '../Rail/useRail.js';

/** Where the rails of a page were left, by row id, and which title its hero showed. */
export interface PagePlaces {
  readonly rails: Map<string, RailPlace>;
  hero: number;
}

/** How many pages are remembered, those shown last. */
const MAX_REMEMBERED = 30;

const remembered = new WeakMap<DiscovrClientLike, Map<string, PagePlaces>>();

/** Where a page was left by those who use a client; kept while the document lives, so that Back leads to where one was. */
export function placesOf(client: DiscovrClientLike, pageId: string): PagePlaces {
  const pages = remembered.get(client) ?? new Map<string, PagePlaces>();
  remembered.set(client, pages);
  const places = pages.get(pageId) ?? { rails: new Map(), hero: 0 };
  pages.delete(pageId);
  pages.set(pageId, places);
  const [oldest] = pages.keys();
  if (pages.size > MAX_REMEMBERED && oldest !== undefined) pages.delete(oldest);
  return places;
}

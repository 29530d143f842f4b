import type { DiscovrClientLike } from '../../client/clientLike.js';
import { keepLast } from '../../shared/keepLast.js';
import { perObject } from '../../messages/perObject.js';
import type { ItemPlace } from '../../focus/successor.js';
import type { RailPlace } from '../Rail/useRail.js';

/** What to restore of a page. */
export interface PagePlaces {
  /** The places of its rails, by row id. */
  readonly rails: Map<string, RailPlace>;
  /** The position of the slide shown in its hero, and the id of the shown page, which may be a replacement. */
  hero: { readonly pageId: string; readonly index: number } | undefined;
  /** What was focused last in its rows. */
  focused: ItemPlace | undefined;
}

/** Maximum number of remembered pages. The page that was shown least recently is forgotten first. */
const MAX_REMEMBERED = 30;

const rememberedBy = perObject<DiscovrClientLike, Map<string, PagePlaces>>(() => new Map());

/** Returns the places of a page. Keeps them per client while the document exists, so that Back restores them. */
export function placesOf(client: DiscovrClientLike, pageId: string): PagePlaces {
  const pages = rememberedBy(client);
  const places = pages.get(pageId) ?? { rails: new Map(), hero: undefined, focused: undefined };
  keepLast(pages, pageId, places, MAX_REMEMBERED);
  return places;
}

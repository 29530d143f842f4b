import type { CreatePagePayload } from '../../api/schemas/page.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { Messages } from '../../messages/messages.js';

/** A tab: a page of its own, from which one goes deeper. */
export interface PageNavigationTab {
  /** Tells it from the others; the browser's history keeps it. */
  readonly id: string;
  /** What stands on the tab. */
  readonly name: string;
  /**
   * Filters of its page.
   * @default none: the page of the profile's whole taste
   */
  readonly pageFilters?: FilterSpec | undefined;
  /** Name the page gets at Discovr; at least one character. */
  readonly pageName?: string | undefined;
}

/** Home, movies and series, in the words of the locale. */
export function defaultTabs({ navigation: words }: Pick<Messages, 'navigation'>): readonly PageNavigationTab[] {
  return [
    { id: 'home', name: words.home },
    { id: 'movies', name: words.movies, pageFilters: { media_type: 'movie' } },
    { id: 'series', name: words.series, pageFilters: { media_type: 'tv' } },
  ];
}

/** What creates the page of a tab. */
export function payloadOf({ pageFilters, pageName }: PageNavigationTab): CreatePagePayload {
  return { ...(pageFilters && { pageFilters }), ...(pageName && { name: pageName }) };
}

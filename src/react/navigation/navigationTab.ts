import type { CreatePagePayload } from '../../api/pages.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { Messages } from '../../messages/messages.js';

/** A tab with its page, from which the user opens further pages. */
export interface PageNavigationTab {
  /** Unique id; the browser's history stores it. */
  readonly id: string;
  /** Label of the tab. */
  readonly name: string;
  /**
   * Filters of the tab's page.
   * @default none, so that the page has titles of every kind
   */
  readonly pageFilters?: FilterSpec | undefined;
  /** Name of the page, which is sent to Discovr; at least one character. */
  readonly pageName?: string | undefined;
}

/** Returns the default tabs, Home, Movies and Series, with names from the messages. */
export function defaultTabs({ navigation }: Pick<Messages, 'navigation'>): readonly PageNavigationTab[] {
  return [
    { id: 'home', name: navigation.home },
    { id: 'movies', name: navigation.movies, pageFilters: { media_type: 'movie' } },
    { id: 'series', name: navigation.series, pageFilters: { media_type: 'tv' } },
  ];
}

/** Returns the payload that creates the page of a tab. */
export function payloadOf({ pageFilters, pageName }: PageNavigationTab): CreatePagePayload {
  return { ...(pageFilters && { pageFilters }), ...(pageName && { name: pageName }) };
}

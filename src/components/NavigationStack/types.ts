import type { PageNavigationLevel, UsePageNavigationResult } from '../../react/navigation/types.js';

/** Own class names by slot; each stands beside the stable `discovr-…` class of the same element. */
export interface NavigationStackClassNames {
  /** The `<nav>` with the tabs. */
  tabs?: string;
  /** Each tab. */
  tab?: string;
  /** What stands above a page that was gone into: the way back, and the title. */
  head?: string;
  /** The button that goes back. */
  backButton?: string;
  /** The heading. */
  title?: string;
  /** The element around the page. */
  page?: string;
  /** What tells that a page could not be created. */
  alert?: string;
}

/** What a render function gets to show a page. */
export interface NavigationStackPage
  extends Pick<PageNavigationLevel, 'level' | 'title'>, Pick<UsePageNavigationResult, 'open' | 'back'> {
  readonly pageId: string;
}

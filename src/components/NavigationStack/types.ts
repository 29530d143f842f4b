import type { PageNavigationLevel, UsePageNavigationResult } from '../../react/navigation/types.js';

/** Class names by slot. Each is added to the stable `discovr-…` class of its element. */
export interface NavigationStackClassNames {
  /** The bar with the brand, the tabs and the controls of the app. */
  bar?: string;
  /** The element around the brand. */
  brand?: string;
  /** The element around the controls of the app. */
  actions?: string;
  /** The `<nav>` with the tabs. */
  tabs?: string;
  /** Each tab. */
  tab?: string;
  /** The bar above an opened page, with the back button and the title. */
  head?: string;
  /** The back button. */
  backButton?: string;
  /** The heading. */
  title?: string;
  /** The element around the page. */
  page?: string;
  /** The error of a page that could not be created. */
  alert?: string;
}

/** Argument of a function that renders a page. */
export interface NavigationStackPage
  extends Pick<PageNavigationLevel, 'level' | 'title'>, Pick<UsePageNavigationResult, 'open' | 'back'> {
  readonly pageId: string;
}

import type { DiscovrError } from '../../shared/errors.js';
import type { NavigationItem } from '../../api/rows.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { NavigationArrival } from './navigationStore.js';
import type { PageNavigationTab } from './navigationState.js';

/** Options of `usePageNavigation`. */
export interface UsePageNavigationOptions {
  /**
   * The tabs, in order. Keep them at module level.
   * @default Home without filters, Movies and Series, named in the provider's language
   */
  tabs?: readonly PageNavigationTab[] | undefined;
  /**
   * Where the stack is stored. `browser`: in the entries of the browser's history, under one key of their state, so
   * that Back, Forward and a reload restore it; all components with the same `name` share it. `none`: in memory, for
   * this component alone; the browser's Back does not affect it.
   * @default 'browser'
   */
  history?: 'browser' | 'none' | undefined;
  /**
   * Name of the stack in the browser's history. Use a different name for each navigation in a document.
   * @default 'main'
   */
  name?: string | undefined;
  /** Custom messages for the names of the tabs, merged over the provider's. Keep them at module level. */
  messages?: MessagesOverride | undefined;
}

/** A destination with an existing page: an item of a navigation row. */
export type PageNavigationTarget = Pick<NavigationItem, 'id' | 'title' | 'pageId'>;

/** One page of the current stack. */
export interface PageNavigationLevel {
  /** Id of the place, unchanged when the user returns to it. Use it as the `key` prop and to restore the place. */
  readonly key: string;
  /** Depth of the page; 0 is the page of the tab. Discovr has three levels below it; deeper levels also work. */
  readonly level: number;
  readonly title: string;
  /** `undefined` while the page of a tab is being created, or if it could not be created. */
  readonly pageId: string | undefined;
}

/** A tab and its actions. */
export interface PageNavigationTabState extends Pick<PageNavigationTab, 'id' | 'name' | 'icon'> {
  readonly isActive: boolean;
  /** Shows the tab with its stack. If it is already shown, goes to its first page. */
  readonly select: () => void;
  /** Prefetches the tab's page after a short delay. Returns a function that cancels the delay. */
  readonly prefetch: () => () => void;
}

/** Result of `usePageNavigation`. */
export interface UsePageNavigationResult {
  readonly tabs: readonly PageNavigationTabState[];
  /** Depth of the current page; 0 is the page of the tab. */
  readonly level: number;
  /** Whether `back()` leads to another page. */
  readonly canGoBack: boolean;
  /** The current page: the last of `entries`. */
  readonly current: PageNavigationLevel;
  /** The pages from the tab's page to the current one. */
  readonly entries: readonly PageNavigationLevel[];
  /** How the user reached the current place, for focus handling; a new object for each move. */
  readonly arrival: NavigationArrival;
  /** Shows the page of a destination, one level deeper. The function is stable across renders. */
  readonly open: (target: PageNavigationTarget) => void;
  /** Goes back to the page from which the current one was opened. The function is stable across renders. */
  readonly back: () => void;
  /** Whether the current page is being created; also true while no profile is active. */
  readonly isLoading: boolean;
  /** Why the page of the tab could not be created. */
  readonly error: DiscovrError | null;
  /** Creates the page of the tab again after an error. */
  readonly retry: () => void;
}

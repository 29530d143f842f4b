import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { NavigationItem } from '../../api/schemas/row.js';
import type { MessagesOverride } from '../../messages/messages.js';
import type { NavigationArrival } from './navigationStore.js';
import type { PageNavigationTab } from './navigationTab.js';

/** Options of `usePageNavigation`. */
export interface UsePageNavigationOptions {
  /**
   * The tabs, in order. Keep them at module level.
   * @default Home without filters, Movies and Series, in the words of the locale
   */
  tabs?: readonly PageNavigationTab[] | undefined;
  /**
   * Where the stack is kept. `browser`: with the entries of the browser's history, under one key of their state, so that
   * Back, Forward and a reload find it, and all who use the same `name` share it. `none`: in memory, for this use alone;
   * the app calls `back()`.
   * @default 'browser'
   */
  history?: 'browser' | 'none' | undefined;
  /**
   * Name of the stack in the browser's history; another one for each navigation of a page.
   * @default 'main'
   */
  name?: string | undefined;
  /** Own words over the provider's, for the names of the tabs. Keep it at module level. */
  messages?: MessagesOverride | undefined;
}

/** A destination whose page exists: an item of a navigation row. */
export type PageNavigationTarget = Pick<NavigationItem, 'id' | 'title' | 'pageId'>;

/** One page of the stack that is shown. */
export interface PageNavigationLevel {
  /** Names the place, for a `key` and for what is remembered of it: the same when it is come back to. */
  readonly key: string;
  /** How deep it is; 0 is the page of the tab. Discovr leads three levels deep; more are shown where it leads further. */
  readonly level: number;
  readonly title: string;
  /** `undefined` while the page of a tab is being created, or where that failed. */
  readonly pageId: string | undefined;
}

/** One tab, and what can be done with it. */
export interface PageNavigationTabState extends Pick<PageNavigationTab, 'id' | 'name'> {
  readonly isActive: boolean;
  /** Shows the tab as it was left. Where it is shown already, goes to its first page. */
  readonly select: () => void;
  /** Gets its page ready after a moment; what it returns ends the wait. */
  readonly prefetch: () => () => void;
}

/** What `usePageNavigation` gives. */
export interface UsePageNavigationResult {
  readonly tabs: readonly PageNavigationTabState[];
  /** How deep the page that is shown is; 0 is the page of the tab. */
  readonly level: number;
  /** Whether `back()` leads anywhere. */
  readonly canGoBack: boolean;
  /** The page that is shown: the last of `entries`. */
  readonly current: PageNavigationLevel;
  /** The pages from that of the tab to the one that is shown. */
  readonly entries: readonly PageNavigationLevel[];
  /** How the present place was come to, for the focus; another object for each move. */
  readonly arrival: NavigationArrival;
  /** Shows the page of a destination, above the present one. It keeps its identity. */
  readonly open: (target: PageNavigationTarget) => void;
  /** Goes back to the page this one was opened from. It keeps its identity. */
  readonly back: () => void;
  /** Whether the page that is shown is being created; also while no profile is active. */
  readonly isLoading: boolean;
  /** Why the page of the tab could not be created. */
  readonly error: DiscovrError | null;
  /** Creates the page of the tab again after an error. */
  readonly retry: () => void;
}

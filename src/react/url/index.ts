export type { FilterUrlAdapter, PageUrl } from './filterUrlAdapter.js';
export { historyUrl } from './historyUrl.js';
export { nextUrl, reactRouterUrl, type NextNavigationHooks, type ReactRouterHooks } from './routerUrls.js';
export { parseSearchValue, tanstackRouterUrl, type TanstackRouterHooks } from './tanstackRouterUrl.js';

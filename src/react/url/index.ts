export type { FilterUrlAdapter, PageUrl } from './filterUrlAdapter.js';
export { historyUrl } from './historyUrl.js';
export { nextUrl, type NextNavigationHooks } from './nextUrl.js';
export { reactRouterUrl, type ReactRouterHooks } from './reactRouterUrl.js';
export { parseSearchValue, tanstackRouterUrl, type TanstackRouterHooks } from './tanstackRouterUrl.js';

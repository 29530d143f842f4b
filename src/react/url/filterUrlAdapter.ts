/** The query string of the page, as a router reads and changes it. */
export interface PageUrl {
  /**
   * The query string to render, with or without its `?`. Without a router, it is unknown and `undefined` on the server
   * and in the first render in the browser.
   */
  readonly search: string | undefined;
  /** Returns the current query string, as the base for changes. For event handlers only. */
  readSearch(): string;
  /** Navigates to another query string on the same path. Adds a history entry, or replaces the current entry. */
  navigate(search: string, options: { readonly replace: boolean }): void;
}

/** Connects `usePageFilterUrl` to a router. Keep it at module level. */
export interface FilterUrlAdapter {
  /** A React hook that returns the URL, and re-renders when its query string changes. */
  useUrl(): PageUrl;
}

/** Joins a path, a query string, which may be empty or begin with `?`, and a hash. */
export function withSearch(path: string, search: string, hash = ''): string {
  const bare = search.replace(/^\?/, '');
  return `${path}${bare && `?${bare}`}${hash}`;
}

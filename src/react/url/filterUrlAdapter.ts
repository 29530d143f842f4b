/** The query string of the page, as a router reads and changes it. */
export interface PageUrl {
  /**
   * The rendered query string, with or without its `?`. It is `undefined` while it is unknown: without a router, on the
   * server and in the first render in the browser.
   */
  readonly search: string | undefined;
  /** Returns the current query string, as the base for changes. For event handlers only. */
  readSearch(): string;
  /** Navigates to the same path with another query string, in a new history entry or replacing the current one. */
  navigate(search: string, options: { readonly replace: boolean }): void;
}

/** Connects `usePageFilterUrl` to a router. Keep it at module level. */
export interface FilterUrlAdapter {
  /** A React hook that returns the URL, and re-renders when its query string changes. */
  useUrl(): PageUrl;
}

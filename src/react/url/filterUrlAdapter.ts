/** The query string of the page, as a router gives and changes it. */
export interface PageUrl {
  /**
   * The query string that is shown, with or without its `?`. It is `undefined` where nobody can know it yet: on a server,
   * and in the first render in a browser, without a router.
   */
  readonly search: string | undefined;
  /** The query string at this moment, for what is written over it. For event handlers only. */
  readSearch(): string;
  /** Goes to the same place with another query string, in an entry of history of its own or in place of the present one. */
  navigate(search: string, options: { readonly replace: boolean }): void;
}

/** Joins `usePageFilterUrl` to a router. Keep it at module level. */
export interface FilterUrlAdapter {
  /** A React hook that gives the address and renders again when its query string changes. */
  useUrl(): PageUrl;
}

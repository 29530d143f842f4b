/** A page of the site. */
export interface SitePage {
  /** Path in the repository, or the path that a generated page would have there. Links are relative to it. */
  readonly file: string;
  /** Title in the sidebar, with its groups: `Guides/Form`. */
  readonly title: string;
  /** A sentence about the page. */
  readonly about: string;
  /** The Markdown. */
  readonly text: string;
  readonly isGenerated?: boolean;
}

/** Reads the pages of the site in the order of the sidebar. */
export function readPages(): SitePage[];

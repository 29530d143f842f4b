/** One title of the embedded catalogue. Ids start at 900000000 and are not TMDB's. */
export interface CatalogueTitle {
  /** The numeric part of the media id: `MV_${id}` for a film, `TV_${id}` for a series. */
  readonly id: number;
  readonly mediaType: 'movie' | 'tv';
  readonly title: string;
  /** YYYY-MM-DD; of the first episode for a series. */
  readonly releaseDate: string;
  /** Minutes; of a typical episode for a series. */
  readonly runtime: number;
  /** TMDB genre ids of the title's media type. */
  readonly genres: readonly number[];
  /** Ids of `catalogueKeywords`. */
  readonly keywords: readonly number[];
  readonly overview?: string;
}

/** A title as the data files write it, one per line. */
export type CatalogueRow = readonly [
  id: number,
  title: string,
  releaseDate: string,
  runtime: number,
  genres: readonly number[],
  keywords: readonly number[],
  overview?: string,
];

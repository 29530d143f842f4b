/** Title of the embedded catalog. Ids start at 900000000 and are not TMDB ids. */
export interface CatalogTitle {
  /** Numeric part of the media id: `MV_${id}` for a film, `TV_${id}` for a series. */
  readonly id: number;
  readonly mediaType: 'movie' | 'tv';
  readonly title: string;
  /** Release date of the film or of the first episode, `YYYY-MM-DD`. */
  readonly releaseDate: string;
  /** Runtime of the film or of a typical episode, in minutes. */
  readonly runtime: number;
  /** TMDB genre ids for the media type of the title. */
  readonly genres: readonly number[];
  /** Ids of `catalogKeywords`. */
  readonly keywords: readonly number[];
  readonly overview?: string;
}

/** Title in the format of the data files, one per line. */
export type CatalogRow = readonly [
  id: number,
  title: string,
  releaseDate: string,
  runtime: number,
  genres: readonly number[],
  keywords: readonly number[],
  overview?: string,
];

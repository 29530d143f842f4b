import type { CatalogRow, CatalogTitle } from './catalogTitle.js';
import { filmClassics } from './filmClassics.data.js';
import { filmsSince2011 } from './filmsSince2011.data.js';
import { filmsTo2010 } from './filmsTo2010.data.js';
import { series } from './series.data.js';

function titleOf(mediaType: CatalogTitle['mediaType'], row: CatalogRow): CatalogTitle {
  const [id, title, releaseDate, runtime, genres, keywords, overview] = row;
  const known = { id, mediaType, title, releaseDate, runtime, genres, keywords };
  return overview === undefined ? known : { ...known, overview };
}

let titles: readonly CatalogTitle[] | undefined;

/** Returns all films and series of the embedded catalog. The list is built at the first call. */
export function catalogTitles(): readonly CatalogTitle[] {
  titles ??= [
    ...[...filmsTo2010, ...filmClassics, ...filmsSince2011].map((row) => titleOf('movie', row)),
    ...series.map((row) => titleOf('tv', row)),
  ];
  return titles;
}

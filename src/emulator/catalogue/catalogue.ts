import type { CatalogueRow, CatalogueTitle } from './catalogueTitle.js';
import { filmClassics } from './filmClassics.data.js';
import { filmsSince2011 } from './filmsSince2011.data.js';
import { filmsTo2010 } from './filmsTo2010.data.js';
import { series } from './series.data.js';

function titleOf(mediaType: CatalogueTitle['mediaType'], row: CatalogueRow): CatalogueTitle {
  const [id, title, releaseDate, runtime, genres, keywords, overview] = row;
  const known = { id, mediaType, title, releaseDate, runtime, genres, keywords };
  return overview === undefined ? known : { ...known, overview };
}

let titles: readonly CatalogueTitle[] | undefined;

/** Returns all films and series of the embedded catalogue. The list is built at the first call. */
export function catalogueTitles(): readonly CatalogueTitle[] {
  titles ??= [
    ...[...filmsTo2010, ...filmClassics, ...filmsSince2011].map((row) => titleOf('movie', row)),
    ...series.map((row) => titleOf('tv', row)),
  ];
  return titles;
}

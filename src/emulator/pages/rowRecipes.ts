import type { StoredPage, StoredSession } from '../types.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { genreIdsFor } from '../../filters/vocabulary/genres.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { decades, directionsFrom, genreName, type Direction } from './destinations.js';
import { hash32 } from '../random.js';

/** Order of the titles in a row: by taste, by general popularity, or newest first. */
export type RowOrder = 'taste' | 'popular' | 'newest';

/** Recipe to create a row on demand. The key is unique within the page. */
export type RowRecipe = { readonly key: string; readonly title: string } & (
  | {
      readonly type: 'media' | 'top_n';
      /** Filters in addition to the filters of the page. */
      readonly filters: FilterSpec;
      readonly order: RowOrder;
      /** Title that the row is based on. The row does not contain it. */
      readonly without?: CatalogTitle;
    }
  /** A row of the given titles that match the filters of the page. */
  | { readonly type: 'media'; readonly titles: readonly CatalogTitle[] }
  | { readonly type: 'navigation'; readonly direction: Direction }
  | { readonly type: 'provider' }
);

/** Deepest level of pages that navigation rows lead to. */
const DEEPEST_LEVEL = 3;
/** Number of "Because you liked" rows. */
const LIKED_ROWS = 2;
/** Number of genre rows before the shuffled rows. */
const FIRST_GENRES = 3;

/**
 * Returns the recipes of the rows of a page in order. The caller skips empty rows. Rows based on the taste of the
 * profile come first, and each session shuffles the remaining rows.
 */
export function rowRecipes({ filters, level }: StoredPage, { id, profileId, taste }: StoredSession): RowRecipe[] {
  const [first, ...others] = level < DEEPEST_LEVEL ? directionsFrom(filters).map(navigationRow) : [];
  const genres = genresInOrder(filters, `${id} ${profileId}`, taste.likedGenres).map(genreRow);
  const rest = [...genres.slice(FIRST_GENRES), ...decades.map(decadeRow), ...others];
  return [
    { key: 'begun', title: 'Continue watching', type: 'media', titles: taste.unfinished },
    { key: 'taste', title: 'Recommended for you', type: 'media', filters: {}, order: 'taste' },
    topRow('movie'),
    ...(first ? [first] : []),
    ...taste.liked.slice(0, LIKED_ROWS).map(similarRow),
    ...genres.slice(0, 1),
    { key: 'providers', title: 'Streaming services', type: 'provider' },
    { key: 'newest', title: 'New releases', type: 'media', filters: {}, order: 'newest' },
    ...genres.slice(1, FIRST_GENRES),
    topRow('tv'),
    ...rest
      .map((row) => ({ row, draw: hash32(`row ${id} ${row.key}`) }))
      .sort((a, b) => a.draw - b.draw)
      .map(({ row }) => row),
  ];
}

function topRow(mediaType: 'movie' | 'tv'): RowRecipe {
  const title = mediaType === 'movie' ? 'Top 10 movies' : 'Top 10 series';
  return { key: `top ${mediaType}`, title, type: 'top_n', filters: { media_type: mediaType }, order: 'popular' };
}

function navigationRow(direction: Direction): RowRecipe {
  return { key: direction.key, title: direction.title, type: 'navigation', direction };
}

function genreRow(genre: number): RowRecipe {
  return {
    key: `genre ${genre}`,
    title: genreName(genre),
    type: 'media',
    filters: { genres: [genre] },
    order: 'taste',
  };
}

function decadeRow({ title, narrowing }: (typeof decades)[number]): RowRecipe {
  return { key: title, title: `From the ${title}`, type: 'media', filters: narrowing, order: 'taste' };
}

function similarRow(liked: CatalogTitle): RowRecipe {
  return {
    key: `similar ${liked.mediaType} ${liked.id}`,
    title: `Because you liked ${liked.title}`,
    type: 'media',
    filters: { genres: [...liked.genres] },
    order: 'taste',
    without: liked,
  };
}

/** Returns the genres for the rows of a page, liked genres first. Excludes the genre of a page with only one genre. */
function genresInOrder({ genres, media_type }: FilterSpec, seed: string, liked: readonly number[]): number[] {
  const only = genres?.length === 1 ? genres[0] : undefined;
  return genreIdsFor(media_type)
    .filter((genre) => genre !== only)
    .map((genre) => ({ genre, isLiked: liked.includes(genre), draw: hash32(`genre ${seed} ${genre}`) }))
    .sort((a, b) => Number(b.isLiked) - Number(a.isLiked) || a.draw - b.draw)
    .map(({ genre }) => genre);
}

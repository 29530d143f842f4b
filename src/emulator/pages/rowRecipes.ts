import type { StoredPage, StoredSession } from '../types.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { genreIdsFor } from '../../filters/vocabulary/genres.js';
import type { CatalogueTitle } from '../catalogue/catalogueTitle.js';
import { decades, directionsFrom, genreName, type Direction } from './destinations.js';
import { hash32 } from '../random.js';

/** In what order the titles of a row stand: by taste, by what all like, or the newest first. */
export type RowOrder = 'taste' | 'popular' | 'newest';

/** How a row is made when it is asked for. Its key tells it from the page's other rows. */
export type RowRecipe = { readonly key: string; readonly title: string } & (
  | {
      readonly type: 'media' | 'top_n';
      /** What titles must pass beside the page's own filters. */
      readonly filters: FilterSpec;
      readonly order: RowOrder;
      /** A title that the row is about, and that is not in it. */
      readonly without?: CatalogueTitle;
    }
  /** Exactly these titles, where the page's filters let them pass. */
  | { readonly type: 'media'; readonly titles: readonly CatalogueTitle[] }
  | { readonly type: 'navigation'; readonly direction: Direction }
  | { readonly type: 'provider' }
);

/** Deepest level of pages that navigation rows lead to. */
const DEEPEST_LEVEL = 3;
/** Liked titles that have a row of their own. */
const LIKED_ROWS = 2;
/** Rows of genres before the other rows begin to mix in. */
const FIRST_GENRES = 3;

/**
 * The rows of a page in their order; those that come out empty are left out later. What the profile likes comes first,
 * and each session mixes the rest anew.
 */
export function rowRecipes({ filters, level }: StoredPage, { id, profileId, taste }: StoredSession): RowRecipe[] {
  const [first, ...others] = level < DEEPEST_LEVEL ? directionsFrom(filters).map(navigationRow) : [];
  const genres = genresInOrder(filters, `${id} ${profileId}`, taste.likedGenres).map(genreRow);
  const rest = [...genres.slice(FIRST_GENRES), ...decades.map(decadeRow), ...others];
  return [
    { key: 'begun', title: 'Continue watching', type: 'media', titles: taste.begun },
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

function similarRow(liked: CatalogueTitle): RowRecipe {
  return {
    key: `similar ${liked.mediaType} ${liked.id}`,
    title: `Because you liked ${liked.title}`,
    type: 'media',
    filters: { genres: [...liked.genres] },
    order: 'taste',
    without: liked,
  };
}

/** Genres of the page, liked ones first. A page of one genre has rows of what its titles are beside that. */
function genresInOrder({ genres, media_type }: FilterSpec, seed: string, liked: readonly number[]): number[] {
  const only = genres?.length === 1 ? genres[0] : undefined;
  return genreIdsFor(media_type)
    .filter((genre) => genre !== only)
    .map((genre) => ({ genre, isLiked: liked.includes(genre), draw: hash32(`genre ${seed} ${genre}`) }))
    .sort((a, b) => Number(b.isLiked) - Number(a.isLiked) || a.draw - b.draw)
    .map(({ genre }) => genre);
}

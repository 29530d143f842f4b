import type { HeroItem, MediaItem } from '../../api/media.js';
import { backdropOf, posterOf } from '../catalog/artwork.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { sampleSeasons } from './seasons.js';

/** Film or series in the wire format, with the known fields only. */
export type MediaItemBody = Pick<MediaItem, 'type' | 'id' | 'title' | 'media_type' | 'poster_path' | 'backdrop_path'>;

/** Hero item in the wire format, with the known fields only. */
export type HeroItemBody = MediaItemBody &
  Pick<HeroItem, 'overview' | 'release_date' | 'runtime' | 'genres' | 'seasons'>;

/** Returns the media id of a title in the API. */
export function mediaIdOf({ mediaType, id }: Pick<CatalogTitle, 'id' | 'mediaType'>): string {
  return `${mediaType === 'movie' ? 'MV' : 'TV'}_${id}`;
}

/** Converts a title to an item of a row or a list. */
export function mediaItemOf(title: CatalogTitle): MediaItemBody {
  return {
    type: 'media',
    id: mediaIdOf(title),
    title: title.title,
    media_type: title.mediaType,
    poster_path: posterOf(title),
    backdrop_path: backdropOf(title),
  };
}

/** Converts a title to a hero item. */
export function heroItemOf(title: CatalogTitle): HeroItemBody {
  return { ...mediaItemOf(title), ...factsOf(title) };
}

/** Returns the facts of a title that its hero item and its details have in common, in the wire format. */
export function factsOf(title: CatalogTitle): Omit<HeroItemBody, keyof MediaItemBody> {
  const seasons = sampleSeasons(title);
  return {
    ...(title.overview !== undefined && { overview: title.overview }),
    runtime: title.runtime,
    release_date: title.releaseDate,
    genres: [...title.genres],
    ...(seasons.length > 0 && {
      seasons: seasons.map(({ season, episodes }) => ({ season_number: season, episode_count: episodes })),
    }),
  };
}

import type { HeroItem, MediaItem } from '../../api/schemas/media.js';
import { backdropOf, posterOf } from '../catalogue/artwork.js';
import type { CatalogueTitle } from '../catalogue/catalogueTitle.js';

/** A film or series as the wire has it: known fields only. */
export type MediaItemBody = Pick<MediaItem, 'type' | 'id' | 'title' | 'media_type' | 'poster_path' | 'backdrop_path'>;

/** A spotlight item as the wire has it: known fields only. */
export type HeroItemBody = MediaItemBody & Pick<HeroItem, 'overview'>;

/** The id by which the API knows a title. */
export function mediaIdOf({ mediaType, id }: Pick<CatalogueTitle, 'id' | 'mediaType'>): string {
  return `${mediaType === 'movie' ? 'MV' : 'TV'}_${id}`;
}

/** Writes a title as an item of a row or a list. */
export function mediaItemOf(title: CatalogueTitle): MediaItemBody {
  return {
    type: 'media',
    id: mediaIdOf(title),
    title: title.title,
    media_type: title.mediaType,
    poster_path: posterOf(title),
    backdrop_path: backdropOf(title),
  };
}

/** Writes a title as a spotlight item. */
export function heroItemOf(title: CatalogueTitle): HeroItemBody {
  return { ...mediaItemOf(title), ...(title.overview !== undefined && { overview: title.overview }) };
}

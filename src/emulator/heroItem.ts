import { backdropOf, posterOf } from './catalogue/artwork.js';
import type { CatalogueTitle } from './catalogue/catalogueTitle.js';
import type { HeroItem } from '../api/schemas/media.js';

/** A hero item as the wire has it: known fields only. */
export type HeroItemBody = Pick<
  HeroItem,
  'type' | 'id' | 'title' | 'media_type' | 'poster_path' | 'backdrop_path' | 'overview'
>;

/** Writes a title as a spotlight item. */
export function heroItemOf(title: CatalogueTitle): HeroItemBody {
  return {
    type: 'media',
    id: `${title.mediaType === 'movie' ? 'MV' : 'TV'}_${title.id}`,
    title: title.title,
    media_type: title.mediaType,
    poster_path: posterOf(title),
    backdrop_path: backdropOf(title),
    ...(title.overview !== undefined && { overview: title.overview }),
  };
}

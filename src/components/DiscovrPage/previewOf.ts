import { heroItemSchema, type HeroItem, type MediaItem } from '../../api/media.js';
import type { CallContext } from '../../react/query/profileScope.js';
import { mediaQueryOptions } from '../../react/titles/queries.js';
import { imageSources } from '../../ui/pictures/Picture.js';
import { heroPictureOf } from '../Hero/HeroSlide.js';

/**
 * Returns the title of a card for the hero, once its image can be shown. Validates the facts of an item, which the schema
 * of a row does not check. {@link PageHero} loads this code when the focus rests on a card for the first time.
 *
 * @param known titles with more facts than the items of rails have.
 * @param loadsImage whether the library renders the images. Only the app knows which URL its own images load.
 * @returns another object each time.
 */
export async function previewOf(item: MediaItem, known: readonly HeroItem[], loadsImage: boolean): Promise<HeroItem> {
  const { rowReason } = item;
  const title = { ...(known.find(({ id }) => id === item.id) ?? heroItemSchema.parse(item)), rowReason };
  const { url, kind, sizes } = heroPictureOf(title);
  if (url && loadsImage) {
    const { src, srcSet = '' } = imageSources(url, kind);
    try {
      // Test environments without layout cannot decode.
      await Object.assign(new Image(), { sizes, srcset: srcSet, src }).decode?.();
    } catch {
      title.backdrop_path = title.poster_path = null;
    }
  }
  return title;
}

/** Loads the details of a title, which its sheet shows too, and returns them with its images. */
export async function loadDetails({ client, queryClient, owner }: CallContext, title: HeroItem): Promise<HeroItem> {
  const { cast: _cast, ...details } = await queryClient.fetchQuery(mediaQueryOptions(client, title.id, owner));
  // Images that cannot be shown stay `null`. Other fields can be missing in a row.
  const { poster_path, backdrop_path, overview, ...facts } = title;
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null));
  return { ...title, ...details, ...known, poster_path, backdrop_path, overview: overview || details.overview };
}

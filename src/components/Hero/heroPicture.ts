import type { HeroItem } from '../../api/schemas/media.js';
import { imageSources, type ImageSources } from '../../ui/pictures/tmdbImage.js';

/** Image of a hero title: its backdrop, otherwise its poster. */
export interface HeroPicture {
  readonly url: string | null;
  readonly sourcesOf: (url: string) => ImageSources;
}

/** Returns the image of a hero title. */
export function heroPictureOf({ backdrop_path: backdrop, poster_path: poster }: HeroItem): HeroPicture {
  return {
    url: backdrop ?? poster,
    sourcesOf: (url) => imageSources(url, backdrop ? 'backdrop' : 'poster', '100vw'),
  };
}

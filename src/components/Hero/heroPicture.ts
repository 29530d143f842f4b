import type { HeroItem } from '../../api/media.js';
import type { PictureProps } from '../../ui/pictures/Picture.js';

/** Returns the image of a hero title: its backdrop, otherwise its poster. */
export function heroPictureOf(item: HeroItem): Pick<PictureProps, 'url' | 'kind' | 'sizes'> {
  const { backdrop_path: backdrop, poster_path: poster } = item;
  return { url: backdrop ?? poster, kind: backdrop ? 'backdrop' : 'poster', sizes: '100vw' };
}

'use client';

import type { MediaItem } from '../../api/media.js';
import { Poster } from '../../ui/pictures/Poster.js';
import { slotClass } from '../../ui/slotClass.js';

/** Class names of a card, by slot. */
export interface MediaCardClassNames {
  /** The box of the poster, or of the title that replaces a missing poster. */
  poster?: string;
  /** The title under the poster. */
  caption?: string;
}

/** Fields of a title that a card uses. */
export type MediaCardItem = Pick<MediaItem, 'title' | 'poster_path'> & Partial<Pick<MediaItem, 'id' | 'media_type'>>;

/** Props of {@link MediaCardFace}. */
export interface MediaCardFaceProps {
  item: MediaCardItem;
  hasCaption: boolean;
  sizes: string;
  classNames?: MediaCardClassNames | undefined;
}

/** Renders the content of a card: the poster and, with `hasCaption`, the title under it. */
export function MediaCardFace({ item, hasCaption, sizes, classNames }: MediaCardFaceProps) {
  const { title, poster_path: url } = item;
  return (
    <>
      <Poster
        url={url}
        title={title}
        hasCaption={hasCaption}
        sizes={sizes}
        className={slotClass(classNames, 'poster', 'discovr-Poster')}
      />
      {hasCaption && <bdi className={slotClass(classNames, 'caption', 'discovr-MediaCard-caption')}>{title}</bdi>}
    </>
  );
}

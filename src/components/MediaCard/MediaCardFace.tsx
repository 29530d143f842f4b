'use client';

import type { MediaItem } from '../../api/schemas/media.js';
import { Poster } from '../../ui/pictures/Poster.js';
import { slotClass } from '../../ui/slotClass.js';

/** Own class names by slot of a card. */
export interface MediaCardClassNames {
  /** The place of the poster, which the drawing takes where there is none. */
  poster?: string;
  /** The title beneath. */
  caption?: string;
}

/** What a card shows of a title. */
export type MediaCardItem = Pick<MediaItem, 'title' | 'poster_path'> & Partial<Pick<MediaItem, 'media_type'>>;

/** Props of {@link MediaCardFace}. */
export interface MediaCardFaceProps {
  item: MediaCardItem;
  hasCaption: boolean;
  sizes: string;
  classNames?: MediaCardClassNames | undefined;
}

/** What is seen of a card: the poster, and the title beneath where that is asked for. */
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

'use client';

import { forwardRef, type HTMLAttributes } from 'react';
import type { MediaItem } from '../../api/media.js';
import { titleHref } from '../../shared/url.js';
import { slotClass } from '../../ui/classNames.js';
import { CardRoot, hueOf, Poster, type CardAction } from '../../ui/pictures/Poster.js';
import { useRootProps } from '../../ui/useRootProps.js';

/** Props of {@link MediaCard}, including those of its element. */
export interface MediaCardProps extends Omit<HTMLAttributes<HTMLElement>, 'children'>, CardAction {
  /** Film or series to show. `media_type` is set as `data-media-type`. */
  item: MediaCardItem;
  /**
   * URL that the card links to, with `{id}` in place of the title's media id: `/title/{id}`. Makes the card an `<a>`. A
   * title without an id is no link if its URL needs one, nor is one whose URL has another scheme than `http(s):`. A server
   * component can pass this string.
   */
  href?: string | undefined;
  /**
   * Whether to show the title under the poster. Otherwise it is the alternative text of the poster.
   * @default false
   */
  showCaption?: boolean | undefined;
  /**
   * Width of the poster, as a value of the `sizes` attribute, so that the browser loads an image of a suitable size.
   * @default '(min-width: 1600px) 240px, (min-width: 720px) 180px, 40vw'
   */
  sizes?: string | undefined;
  /** Class names by slot. Define the object at module level. */
  classNames?: MediaCardClassNames | undefined;
}

/** Approximate widths of a poster by screen width. Exact widths are not needed because TMDB's sizes are far apart. */
export const POSTER_SIZES = '(min-width: 1600px) 240px, (min-width: 720px) 180px, 40vw';

/**
 * Shows the poster of a film or series. The card is a single element: a link if `href` or `renderLink` is set, a
 * `<button>` if only `onClick` is set, otherwise a `<div>`. The title is its accessible name.
 *
 * @throws {Error} when rendered outside a `<DiscovrProvider>`.
 * @example
 * <MediaCard item={item} href="/title/{id}" />
 * <MediaCard item={item} renderLink={(props) => <Link {...props} to={`/title/${item.id}`} />} />
 */
export const MediaCard = forwardRef<HTMLElement, MediaCardProps>(function MediaCard(props, ref) {
  const { item, href, showCaption = false, sizes = POSTER_SIZES, classNames, className, ...rest } = props;
  const rootProps = useRootProps('<MediaCard>', 'discovr-Card discovr-MediaCard', { ref, className });
  const lacksId = !item.id && href?.includes('{id}');
  const url = lacksId ? undefined : href && titleHref(href, item.id ?? '');
  return (
    <CardRoot
      {...rest}
      {...rootProps}
      href={url}
      renderLink={href && !url ? undefined : rest.renderLink}
      data-item-id={item.id}
      data-media-type={item.media_type}
    >
      <MediaCardFace item={item} showCaption={showCaption} sizes={sizes} classNames={classNames} />
    </CardRoot>
  );
});

/** Class names of a card, by slot. */
export interface MediaCardClassNames {
  /** The box of the poster, or of the title that replaces a missing poster. */
  poster?: string;
  /** The title under the poster. */
  caption?: string;
}

/** Fields of a title that a card uses. */
type MediaCardItem = Pick<MediaItem, 'title' | 'poster_path'> & Partial<Pick<MediaItem, 'id' | 'media_type'>>;

interface MediaCardFaceProps {
  /** Number of the color shown without a poster. */
  hue?: string | number | undefined;
  item: MediaCardItem;
  showCaption: boolean;
  sizes: string;
  classNames?: MediaCardClassNames | undefined;
}

/** Renders the content of a card: the poster and, with `showCaption`, the title under it. */
export function MediaCardFace({ item, hue = hueOf(item), showCaption, sizes, classNames }: MediaCardFaceProps) {
  const { title, poster_path: url } = item;
  return (
    <>
      <Poster
        hue={hue}
        url={url}
        title={title}
        showCaption={showCaption}
        sizes={sizes}
        className={slotClass(classNames, 'poster', 'discovr-Poster')}
      />
      {showCaption && <bdi className={slotClass(classNames, 'caption', 'discovr-MediaCard-caption')}>{title}</bdi>}
    </>
  );
}

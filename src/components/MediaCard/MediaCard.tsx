'use client';

import { forwardRef, type HTMLAttributes } from 'react';
import { CardRoot, type CardAction } from '../../ui/pictures/CardRoot.js';
import { useRootProps } from '../../ui/useRootProps.js';
import { MediaCardFace, type MediaCardClassNames, type MediaCardItem } from './MediaCardFace.js';

/** Props of {@link MediaCard}: its own, and those of its one element. */
export interface MediaCardProps extends Omit<HTMLAttributes<HTMLElement>, 'children'>, CardAction {
  /** The film or series. `media_type` stands as `data-media-type`. */
  item: MediaCardItem;
  /**
   * Shows the title under the poster. Without it the title is the poster's text.
   * @default false
   */
  hasCaption?: boolean | undefined;
  /**
   * How wide the poster is shown, in the words of the `sizes` attribute, so that the browser fetches a fitting size.
   * @default '(min-width: 1600px) 240px, (min-width: 720px) 180px, 40vw'
   */
  sizes?: string | undefined;
  /** Own class names by slot. Keep it at module level. */
  classNames?: MediaCardClassNames | undefined;
}

/** Widths of a poster on the screens there are; near enough, as TMDB's sizes are far apart. */
export const POSTER_SIZES = '(min-width: 1600px) 240px, (min-width: 720px) 180px, 40vw';

/**
 * One film or series by its poster. It is one element: a link by `href` or `renderLink`, a `<button>` where it only has
 * `onClick`, else a `<div>`; the title is its name in any case.
 *
 * @throws where there is no provider above.
 * @example
 * <MediaCard item={item} href={`/title/${item.id}`} />
 * <MediaCard item={item} renderLink={(props) => <Link {...props} to={`/title/${item.id}`} />} />
 */
export const MediaCard = forwardRef<HTMLElement, MediaCardProps>(function MediaCard(props, ref) {
  const { item, hasCaption = false, sizes = POSTER_SIZES, classNames, className, ...rest } = props;
  const rootProps = useRootProps('<MediaCard>', 'discovr-Card discovr-MediaCard', { ref, className });
  return (
    <CardRoot {...rest} {...rootProps} data-media-type={item.media_type}>
      <MediaCardFace item={item} hasCaption={hasCaption} sizes={sizes} classNames={classNames} />
    </CardRoot>
  );
});

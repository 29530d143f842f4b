'use client';

import { memo } from 'react';
import type { RowItem } from '../../api/rows.js';
import { CardRoot } from '../../ui/pictures/CardRoot.js';
import { POSTER_SIZES } from '../MediaCard/MediaCard.js';
import { MediaCardFace } from '../MediaCard/MediaCardFace.js';
import { slotClass } from '../../ui/slotClass.js';
import { RailTile } from './RailTile.js';
import { isClickable, itemLink } from './itemLink.js';
import type { RailActions, RailClassNames } from './types.js';

/** Props of {@link RailCard}. */
export interface RailCardProps extends RailActions {
  item: RowItem;
  /** Absent when the items of the rail are not clickable. */
  tabIndex: 0 | -1 | undefined;
  hasCaption: boolean;
  /** Rank in a ranking, formatted for the locale. */
  rank: string | undefined;
  /** Name shown instead of the item's title when another item has the same title. */
  name?: string | undefined;
  /** Color of a tile. */
  color?: string | undefined;
  classNames: RailClassNames | undefined;
}

type IntentEvent = Parameters<NonNullable<RailActions['onItemIntent']>>[2];

/** Renders one item of a rail: a poster, with its rank in a ranking, or a tile. */
export const RailCard = memo(function RailCard(props: RailCardProps) {
  const { item, tabIndex, hasCaption, rank, name, color, classNames, onItemIntent } = props;
  const likely = onItemIntent && ((event: IntentEvent) => onItemIntent(item, true, event));
  const unlikely = onItemIntent && ((event: IntentEvent) => onItemIntent(item, false, event));
  const isMedia = item.type === 'media';
  return (
    <>
      {rank !== undefined && (
        <span className={slotClass(classNames, 'rank', 'discovr-Rail-rank')} data-digits={rank.length}>
          {rank}
        </span>
      )}
      <CardRoot
        className={slotClass(
          classNames,
          'card',
          isMedia ? 'discovr-Card discovr-MediaCard' : 'discovr-Card discovr-Tile',
        )}
        data-item-id={item.id}
        data-media-type={isMedia ? item.media_type : undefined}
        // The layout of a television shows it under the focused card.
        data-title={isMedia && !hasCaption ? item.title : undefined}
        data-look={isMedia ? undefined : item.type}
        tabIndex={tabIndex}
        onClick={isClickable(item, props) ? (event) => props.onItemClick?.(item, event) : undefined}
        onPointerEnter={likely}
        onFocus={likely}
        onPointerLeave={unlikely}
        onBlur={unlikely}
        {...itemLink(item, props)}
      >
        {isMedia ? (
          <MediaCardFace item={item} hasCaption={hasCaption} sizes={POSTER_SIZES} classNames={classNames} />
        ) : (
          <RailTile item={item} name={name} color={color} classNames={classNames} />
        )}
      </CardRoot>
    </>
  );
});

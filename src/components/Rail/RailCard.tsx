'use client';

import { memo, type MouseEvent } from 'react';
import type { MediaItem, TitleFacts } from '../../api/media.js';
import type { NavigationItem, ProviderItem, RowItem } from '../../api/rows.js';
import { brandColorOf } from '../../filters/vocabulary/watchProviders.js';
import { shortHash } from '../../session/shortHash.js';
import { safeHref, titleHref } from '../../shared/url.js';
import { slotClass } from '../../ui/classNames.js';
import { ProviderLogo } from '../../ui/options/OptionItem.js';
import { Picture } from '../../ui/pictures/Picture.js';
import { CardRoot, hueOf, HUES, type CardAction } from '../../ui/pictures/Poster.js';
import { lengthOf, yearOf } from '../../ui/titleFacts.js';
import { MediaCardFace, POSTER_SIZES } from '../MediaCard/MediaCard.js';
import type { RailActions, RailClassNames } from './types.js';

/** Props of {@link RailCard}. */
interface RailCardProps extends RailActions {
  item: RowItem;
  /** Why the titles of the row are recommended, if its title says so. */
  reason: string | undefined;
  /** Whether to render the whole item, not only its title. */
  isWhole: boolean;
  /** Absent when the items of the rail are not clickable. */
  tabIndex: 0 | -1 | undefined;
  showCaption: boolean;
  /** Rank in a ranking, formatted for the locale. */
  rank: string | undefined;
  locale: string;
  /** Name shown instead of the item's title when another item has the same title. */
  name?: string | undefined;
  /** Color of a tile, or of a card without a poster. See {@link tileColors}. */
  color?: TileColor | undefined;
  classNames: RailClassNames | undefined;
}

type IntentEvent = Parameters<NonNullable<RailActions['onItemIntent']>>[2];

/**
 * Renders one item of a rail: a poster, with its rank in a ranking, or a tile. An item that becomes whole keeps its
 * elements, so that the cursor of a screen reader stays on it.
 */
export const RailCard = memo(function RailCard(props: RailCardProps) {
  const { isWhole, reason, tabIndex, showCaption, rank, locale, name, color, classNames } = props;
  const item = withReason(props.item, reason);
  // Nothing points at an item that is only a title.
  const onItemIntent = isWhole ? props.onItemIntent : undefined;
  const likely = onItemIntent && ((event: IntentEvent) => onItemIntent(item, true, event));
  const unlikely = onItemIntent && ((event: IntentEvent) => onItemIntent(item, false, event));
  const isMedia = item.type === 'media';
  // What the layout of a television shows under the focused card.
  const told = item.type === 'media' && isWhole && !showCaption ? item : undefined;
  const brand = typeof color === 'string' ? color : undefined;
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
        data-title={told?.title}
        data-facts={told && factsOf(told, locale)}
        data-title-only={isWhole ? undefined : ''}
        data-hue={brand ? undefined : color}
        data-look={isMedia ? undefined : item.type}
        tabIndex={tabIndex}
        onClick={clickOf(item, props)}
        onPointerEnter={likely}
        onFocus={likely}
        onPointerLeave={unlikely}
        onBlur={unlikely}
        {...itemLink(item, props)}
      >
        {!isWhole ? (
          (name ?? item.title)
        ) : isMedia ? (
          <MediaCardFace
            hue={color}
            item={item}
            showCaption={showCaption}
            sizes={POSTER_SIZES}
            classNames={classNames}
          />
        ) : (
          <RailTile item={item} name={name} color={color} classNames={classNames} />
        )}
      </CardRoot>
    </>
  );
});

/** Returns the item with the reason of this row. An item can come from another one. */
function withReason(item: RowItem, rowReason: string | undefined): RowItem {
  return item.type === 'media' && item.rowReason !== rowReason ? { ...item, rowReason } : item;
}

/** Returns year and length of a title. Discovr documents neither for items of rows, but an item keeps all its fields. */
function factsOf({ release_date, runtime }: MediaItem & TitleFacts, locale: string): string | undefined {
  const facts = [yearOf({ release_date: `${release_date}` }, locale), lengthOf({ runtime }, { other: '' }, locale)];
  return facts.filter(Boolean).join(' · ') || undefined;
}

/** Approximate widths of a tile by screen width. */
const TILE_SIZES = '(min-width: 720px) 280px, 60vw';

/** Props of {@link RailTile}. */
interface RailTileProps {
  item: NavigationItem | ProviderItem;
  /** Name shown instead of the item's title when another item has the same title. */
  name: string | undefined;
  color: TileColor | undefined;
  classNames: RailClassNames | undefined;
}

/**
 * Renders the content of a tile. For a destination: its name, over a picture if the item has one, otherwise over shapes
 * in the color of the tile. For a watch provider: its logo on the color of its brand.
 */
function RailTile({ item, name = item.title, color, classNames }: RailTileProps) {
  const brand = typeof color === 'string' ? color : undefined;
  const isProvider = item.type === 'provider';
  const backdrop = isProvider ? undefined : item.backdrop_path;
  const picture = isProvider ? undefined : (backdrop ?? item.poster_path);
  return (
    <>
      {/* SVG attributes set the color, because a content security policy can forbid inline styles. */}
      <svg className="discovr-Tile-ground" aria-hidden="true">
        {brand && <rect width="100%" height="100%" fill={brand} />}
      </svg>
      {picture && (
        <Picture
          url={picture}
          kind={backdrop ? 'backdrop' : 'poster'}
          sizes={TILE_SIZES}
          // The name is shown on the image.
          alt=""
          width={320}
          height={180}
          className="discovr-Tile-picture"
          fallback={null}
        />
      )}
      {picture && <span className="discovr-Tile-shade" />}
      {isProvider && <ProviderLogo name={name} url={item.logo_path} color="none" className="discovr-Tile-logo" />}
      <bdi className={slotClass(classNames, 'caption', 'discovr-Tile-title')}>{name}</bdi>
    </>
  );
}

type Links = Pick<RailActions, 'href' | 'renderLink'>;

/** Returns how the card of an item is a link, if it is one. With `href`, items without a safe URL are not links. */
export function itemLink(item: RowItem, { href, renderLink }: Links): CardAction {
  const url =
    typeof href === 'function'
      ? safeHref(href(item))
      : item.type === 'media' && href
        ? titleHref(href, item.id)
        : undefined;
  const isLink = url !== undefined || href === undefined;
  return { href: url, renderLink: renderLink && isLink ? (link) => renderLink(item, link) : undefined };
}

type ClickHandler = (item: RowItem, event: MouseEvent<HTMLElement>) => void;

/** Returns what a click on an item calls; `undefined` if the app handles no clicks on items of its type. */
export function clickOf(
  item: RowItem,
  { onItemClick }: RailActions,
): ((event: MouseEvent<HTMLElement>) => void) | undefined {
  // The handler under the type of an item takes this item.
  const handler = (typeof onItemClick === 'object' ? onItemClick[item.type] : onItemClick) as ClickHandler | undefined;
  return handler && ((event) => handler(item, event));
}

/** Whether a click on an item does something: its card is a link or a button. */
export function opensItem(item: RowItem, actions: RailActions): boolean {
  const { href, renderLink } = itemLink(item, actions);
  return (href ?? renderLink ?? clickOf(item, actions)) !== undefined;
}

/** Whether the props define what happens when an item is clicked. */
export function opensItems({ href, renderLink, onItemClick }: RailActions): boolean {
  return (href ?? renderLink ?? onItemClick) !== undefined;
}

/** Color of a tile: that of the brand of a watch provider, or the number of a color of the stylesheet. */
type TileColor = string | number;

/**
 * Returns the color of each item. A watch provider has the color of its brand if it is known. Other tiles have a color
 * that follows from the title, so that a destination almost always looks the same. For titles, see {@link hueOf}. If one
 * of the 5 items before it has a color of the same hue, the item gets the next color whose hue none of them has.
 */
export function tileColors(items: readonly RowItem[]): readonly TileColor[] {
  const colors: TileColor[] = [];
  for (const item of items) {
    const brand = item.type === 'provider' ? brandColorOf(item.id) : undefined;
    const taken = new Set(colors.slice(1 - HUES / 2).map((color) => Number(color) % (HUES / 2)));
    let hue = item.type === 'media' ? hueOf(item) : Number.parseInt(shortHash(item.title), 36) % HUES;
    while (taken.has(hue % (HUES / 2))) hue = (hue + 1) % HUES;
    colors.push(brand ?? hue);
  }
  return colors;
}

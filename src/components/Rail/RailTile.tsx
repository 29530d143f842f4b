'use client';

import type { NavigationItem, ProviderItem } from '../../api/rows.js';
import { ProviderLogo } from '../../ui/options/ProviderLogo.js';
import { Picture } from '../../ui/pictures/Picture.js';
import { slotClass } from '../../ui/slotClass.js';
import type { RailClassNames } from './types.js';

/** Approximate widths of a tile by screen width. */
const TILE_SIZES = '(min-width: 720px) 280px, 60vw';

/** Props of {@link RailTile}. */
export interface RailTileProps {
  item: NavigationItem | ProviderItem;
  /** Name shown instead of the item's title when another item has the same title. */
  name: string | undefined;
  /** Color of the tile. */
  color: string | undefined;
  classNames: RailClassNames | undefined;
}

/**
 * Renders the content of a tile. For a destination: its name, over a picture if the item has one, otherwise over shapes
 * in the color of the tile. For a watch provider: its logo on the color of its brand.
 */
export function RailTile({ item, name = item.title, color, classNames }: RailTileProps) {
  const isProvider = item.type === 'provider';
  const backdrop = isProvider ? undefined : item.backdrop_path;
  const picture = isProvider ? undefined : (backdrop ?? item.poster_path);
  return (
    <>
      {/* SVG attributes set the color, because a content security policy can forbid inline styles. */}
      <svg
        className="discovr-Tile-ground"
        viewBox="0 0 160 90"
        width="160"
        height="90"
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        <rect width="160" height="90" fill={color} />
        {!isProvider && <path d="M160 0H76a52 52 0 0 0 84 42zM0 90V46a62 62 0 0 1 58 44z" opacity=".22" />}
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
      {isProvider && <ProviderLogo name={name} url={item.logo_path} color={color} className="discovr-Tile-logo" />}
      <bdi className={slotClass(classNames, 'caption', 'discovr-Tile-title')}>{name}</bdi>
    </>
  );
}

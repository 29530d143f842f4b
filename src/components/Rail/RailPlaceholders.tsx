import type { Row } from '../../api/rows.js';
import { slotClass } from '../../ui/slotClass.js';
import type { RailClassNames } from './types.js';
import type { RailItemProps } from './useRail.js';

/**
 * Number of placeholders: `whole` fills a wide screen while no item has loaded; `further` follows loaded items; `far`
 * gives a rail far from the viewport its height.
 */
const PLACES = { whole: 10, further: 2, far: 1 };

/** Whether the items of a row are posters, not tiles. */
export const isOfPosters = (type: Row['type']) => type === 'media' || type === 'top_n';

/** Props of {@link RailPlaceholders}. */
export interface RailPlaceholdersProps {
  type: Row['type'];
  /** Number of items before the placeholders. */
  count: number;
  /** Whether the rail renders no items yet, because it is far from the viewport. */
  isDeferred: boolean;
  hasCaption: boolean;
  /** Text for screen readers. */
  label: string;
  classNames: RailClassNames | undefined;
  itemProps: (position: number) => RailItemProps;
}

/** Renders placeholders for items that are loading. They have exactly the size of the items. */
export function RailPlaceholders(props: RailPlaceholdersProps) {
  const { type, count, isDeferred, hasCaption, label, classNames, itemProps } = props;
  const { whole, further, far } = PLACES;
  const length = isDeferred ? far : count === 0 ? whole : further;
  const places = Array.from({ length }, (_, index) => count + index);
  return places.map((position) => (
    <li
      key={`place ${position}`}
      {...itemProps(position)}
      className={slotClass(classNames, 'placeholder', 'discovr-Rail-item')}
      data-placeholder=""
      aria-hidden={position > count || undefined}
    >
      {position === count && <span className="discovr-VisuallyHidden">{label}</span>}
      {isOfPosters(type) ? (
        <span className="discovr-Card discovr-MediaCard">
          <span className="discovr-Poster" />
          {hasCaption && <span className="discovr-MediaCard-caption" />}
        </span>
      ) : (
        <span className="discovr-Card discovr-Tile" data-look={type} />
      )}
    </li>
  ));
}

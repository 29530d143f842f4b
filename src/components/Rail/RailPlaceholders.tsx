import type { Row } from '../../api/schemas/row.js';
import { slotClass } from '../../ui/slotClass.js';
import type { RailClassNames } from './types.js';
import type { RailItemProps } from './useRail.js';

/** Number of placeholders: `whole` fills a wide screen while no item has loaded; `further` follows loaded items. */
const PLACES = { whole: 10, further: 2 };

/** Whether the items of a row are posters, not tiles. */
export const isOfPosters = (type: Row['type']) => type === 'media' || type === 'top_n';

/** Props of {@link RailPlaceholders}. */
export interface RailPlaceholdersProps {
  type: Row['type'];
  /** Number of items before the placeholders. */
  count: number;
  hasCaption: boolean;
  /** Text for screen readers. */
  label: string;
  classNames: RailClassNames | undefined;
  itemProps: (position: number) => RailItemProps;
}

/** Renders placeholders for items that are loading. They have exactly the size of the items. */
export function RailPlaceholders({ type, count, hasCaption, label, classNames, itemProps }: RailPlaceholdersProps) {
  const places = Array.from({ length: count === 0 ? PLACES.whole : PLACES.further }, (_, index) => count + index);
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

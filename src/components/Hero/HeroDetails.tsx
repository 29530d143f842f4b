'use client';

import type { HeroItem } from '../../api/schemas/media.js';
import { CardRoot } from '../../ui/pictures/CardRoot.js';
import { itemLink } from '../Rail/itemLink.js';
import type { RailActions } from '../Rail/types.js';

/** Props of {@link HeroDetails}. */
export interface HeroDetailsProps extends RailActions {
  item: HeroItem;
  text: string;
}

/** Renders the default button of a hero title. It does what a click on a card of a rail does. */
export function HeroDetails({ item, text, onItemClick, ...links }: HeroDetailsProps) {
  return (
    <CardRoot
      className="discovr-Button"
      data-variant="main"
      onClick={onItemClick && ((event) => onItemClick(item, event))}
      {...itemLink(item, links)}
    >
      {text}
    </CardRoot>
  );
}

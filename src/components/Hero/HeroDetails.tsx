'use client';

import type { HeroItem } from '../../api/media.js';
import { CardRoot } from '../../ui/pictures/CardRoot.js';
import { isClickable, itemLink } from '../Rail/itemLink.js';
import type { RailActions } from '../Rail/types.js';

/** Props of {@link HeroDetails}. */
export interface HeroDetailsProps extends RailActions {
  item: HeroItem;
  text: string;
}

/** Renders the default button of a hero title. It does what a click on a card of a rail does. */
export function HeroDetails({ item, text, ...actions }: HeroDetailsProps) {
  return (
    <CardRoot
      className="discovr-Button"
      data-variant="main"
      onClick={isClickable(item, actions) ? (event) => actions.onItemClick?.(item, event) : undefined}
      {...itemLink(item, actions)}
    >
      {text}
    </CardRoot>
  );
}

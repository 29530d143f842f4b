'use client';

import type { HeroItem } from '../../api/schemas/media.js';
import { CardRoot } from '../../ui/pictures/CardRoot.js';
import { itemHref } from '../Rail/itemHref.js';
import type { RailActions } from '../Rail/types.js';

/** Props of {@link HeroDetails}. */
export interface HeroDetailsProps extends RailActions {
  item: HeroItem;
  text: string;
}

/** Renders the default button of a hero title. It does what a click on a card does. */
export function HeroDetails({ item, text, onItemClick, renderLink, ...links }: HeroDetailsProps) {
  return (
    <CardRoot
      className="discovr-Button"
      data-variant="main"
      href={itemHref(item, links)}
      onClick={onItemClick && ((event) => onItemClick(item, event))}
      renderLink={renderLink && ((link) => renderLink(item, link))}
    >
      {text}
    </CardRoot>
  );
}

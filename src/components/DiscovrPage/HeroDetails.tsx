'use client';

import type { HeroItem } from '../../api/schemas/media.js';
import { CardRoot } from '../../ui/pictures/CardRoot.js';
import type { RailActions } from '../Rail/types.js';

/** Props of {@link HeroDetails}. */
export interface HeroDetailsProps extends RailActions {
  item: HeroItem;
  text: string;
}

/** Renders the default button of a hero title. It does what a click on a card does. */
export function HeroDetails({ item, text, hrefOf, onItemClick, renderLink }: HeroDetailsProps) {
  return (
    <CardRoot
      className="discovr-Button"
      data-variant="main"
      href={hrefOf?.(item)}
      onClick={onItemClick && ((event) => onItemClick(item, event))}
      renderLink={renderLink && ((link) => renderLink(item, link))}
    >
      {text}
    </CardRoot>
  );
}

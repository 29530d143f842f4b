import type { MouseEvent, ReactNode } from 'react';
import type { RowItem } from '../../api/schemas/row.js';
import type { CardLinkProps } from '../../ui/pictures/CardRoot.js';

/** Own class names by slot; each stands beside the stable `discovr-…` class of the same element. */
export interface RailClassNames {
  /** The heading. */
  title?: string;
  /** The list, which scrolls. */
  list?: string;
  /** Each `<li>`. */
  item?: string;
  /** The link or button of an item. */
  card?: string;
  /** The place of a poster. */
  poster?: string;
  /** The title under a poster, or on a tile. */
  caption?: string;
  /** The number of a ranking. */
  rank?: string;
  /** Both buttons that scroll. */
  arrow?: string;
  /** Each place of an item that is on its way. */
  placeholder?: string;
  /** What tells that items did not come, or asks for more. */
  alert?: string;
}

/** Where items lead, and what hears of a press. Without any of these they are no links, and the list itself takes the focus. */
export interface RailActions {
  /** Where an item leads; makes its card an `<a>`. */
  hrefOf?: ((item: RowItem) => string | undefined) | undefined;
  /** Hears a press. Where an item leads nowhere its card is a `<button>`. */
  onItemClick?: ((item: RowItem, event: MouseEvent<HTMLElement>) => void) | undefined;
  /** Hears that a press is likely: the pointer is on the card, or it has the focus. `false` when that is over. */
  onItemIntent?: ((item: RowItem, isLikely: boolean) => void) | undefined;
  /** Renders the link of a router: `(item, props) => <Link {...props} to="…" />`. */
  renderLink?: ((item: RowItem, props: CardLinkProps) => ReactNode) | undefined;
}

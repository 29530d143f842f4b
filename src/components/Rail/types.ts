import type { FocusEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import type { RowItem } from '../../api/rows.js';
import type { CardLinkProps } from '../../ui/pictures/Poster.js';

/** Class names by slot. Each is added to the stable `discovr-…` class of its element. */
export interface RailClassNames {
  /** The heading. */
  title?: string;
  /** The scrolling list. */
  list?: string;
  /** Each `<li>`. */
  item?: string;
  /** The link or button of an item. */
  card?: string;
  /** The box of a poster. */
  poster?: string;
  /** The title under a poster or on a tile. */
  caption?: string;
  /** The number in a ranking. */
  rank?: string;
  /** Both scroll buttons. */
  arrow?: string;
  /** Each placeholder of an item that is loading. */
  placeholder?: string;
  /** The `<li>` with the error or the button that loads more. */
  alert?: string;
}

/** Called when an item is clicked. */
type ItemClickHandler<Item extends RowItem> = (item: Item, event: MouseEvent<HTMLElement>) => void;

/** What a click does, by the type of the item. */
type ItemClickHandlers = {
  readonly [Type in RowItem['type']]?: ItemClickHandler<Extract<RowItem, { type: Type }>> | undefined;
};

/**
 * Links and event handlers of items. Without a link or a click handler, items are not clickable, and the list itself
 * is focusable.
 */
export interface RailActions {
  /**
   * URL that each title links to, with `{id}` in place of its media id: `/title/{id}`. The id is inserted as
   * `encodeURIComponent` encodes it. The card of a title is then an `<a>`. Other items get no link. A server component
   * can pass this string, but not a function.
   *
   * Or a function that returns the URL that an item links to, whatever its type.
   */
  href?: string | ((item: RowItem) => string | undefined) | undefined;
  /**
   * Called when an item is clicked: one function, or one per type of item, such as `{ media: openTitle }`. The card of
   * an item with a function but without a link is a `<button>`.
   */
  onItemClick?: ItemClickHandler<RowItem> | ItemClickHandlers | undefined;
  /**
   * Called with `true` when a click is likely because the pointer or the focus enters a card, and with `false` when it
   * leaves the card. The event is that of the pointer or the focus.
   */
  onItemIntent?:
    | ((item: RowItem, isLikely: boolean, event: FocusEvent<HTMLElement> | PointerEvent<HTMLElement>) => void)
    | undefined;
  /**
   * Renders a link of your router: `(item, props) => <Link {...props} to="…" />`. With `href`, it renders the items
   * that have a URL, which is in `props.href`. Without it, it renders every item.
   */
  renderLink?: ((item: RowItem, props: CardLinkProps) => ReactNode) | undefined;
}

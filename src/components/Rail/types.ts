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

/**
 * Links and event handlers of items. Without a link or a click handler, items are not clickable, and the list itself
 * is focusable.
 */
export interface RailActions {
  /**
   * URL that each title links to, with `{id}` in place of its media id: `/title/{id}`. The id is inserted as
   * `encodeURIComponent` encodes it. The card of a title is then an `<a>`. Other items get no link. A server component
   * can pass this string, but not a function. Ignored if `hrefOf` is set.
   */
  href?: string | undefined;
  /** Returns the URL that an item links to, whatever its type. Its card is then an `<a>`. */
  hrefOf?: ((item: RowItem) => string | undefined) | undefined;
  /** Called when an item is clicked. The card of an item without a link is then a `<button>`. */
  onItemClick?: ((item: RowItem, event: MouseEvent<HTMLElement>) => void) | undefined;
  /**
   * Returns whether `onItemClick` does something with an item. The card of an item that it does nothing with is not a
   * button. Define the function at module level.
   * @default it does something with every item
   */
  isItemClickable?: ((item: RowItem) => boolean) | undefined;
  /**
   * Called with `true` when a click is likely because the pointer or the focus enters a card, and with `false` when it
   * leaves the card. The event is that of the pointer or the focus.
   */
  onItemIntent?:
    | ((item: RowItem, isLikely: boolean, event: FocusEvent<HTMLElement> | PointerEvent<HTMLElement>) => void)
    | undefined;
  /**
   * Renders a link of your router: `(item, props) => <Link {...props} to="…" />`. With `href` or `hrefOf`, it renders
   * the items that have a URL, which is in `props.href`. Without them, it renders every item.
   */
  renderLink?: ((item: RowItem, props: CardLinkProps) => ReactNode) | undefined;
}

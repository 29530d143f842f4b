import type { RowItem } from '../../api/rows.js';
import type { CardAction } from '../../ui/pictures/CardRoot.js';
import { safeHref, titleHref } from '../../shared/url.js';
import type { RailActions } from './types.js';

type Links = Pick<RailActions, 'href' | 'hrefOf' | 'renderLink'>;

/**
 * Returns how the card of an item is a link, if it is one. With `href` or `hrefOf`, items without a safe URL are not
 * links.
 */
export function itemLink(item: RowItem, { href, hrefOf, renderLink }: Links): CardAction {
  const template = item.type === 'media' ? href : undefined;
  const url = hrefOf ? safeHref(hrefOf(item)) : template && titleHref(template, item.id);
  const isLink = url !== undefined || (hrefOf ?? href) === undefined;
  return { href: url, renderLink: renderLink && isLink ? (link) => renderLink(item, link) : undefined };
}

/** Whether a click on an item calls `onItemClick`, unless its card is a link. */
export function isClickable(item: RowItem, { onItemClick, isItemClickable }: RailActions): boolean {
  return onItemClick !== undefined && isItemClickable?.(item) !== false;
}

/** Whether a click on an item does something: its card is a link or a button. */
export function opensItem(item: RowItem, actions: RailActions): boolean {
  const { href, renderLink } = itemLink(item, actions);
  return (href ?? renderLink) !== undefined || isClickable(item, actions);
}

/** Whether the props define what happens when an item is clicked. */
export function opensItems({ href, hrefOf, renderLink, onItemClick }: RailActions): boolean {
  return (href ?? hrefOf ?? renderLink ?? onItemClick) !== undefined;
}

import type { RowItem } from '../../api/schemas/row.js';
import type { RailActions } from './types.js';

/** Returns the URL that an item links to, if the props define one. */
export function itemHref(item: RowItem, { href, hrefOf }: Pick<RailActions, 'href' | 'hrefOf'>): string | undefined {
  if (hrefOf) return hrefOf(item);
  return item.type === 'media' ? href?.replaceAll('{id}', encodeURIComponent(item.id)) : undefined;
}

import type { EmulatorState, StoredPage, StoredRow } from '../types.js';
import type { NavigationItem, ProviderItem } from '../../api/rows.js';
import type { WatchProvider } from '../../filters/vocabulary/watchProviders.js';
import type { Destination } from './destinations.js';
import { escapeMarkup } from '../http/escapeMarkup.js';
import { mediaItemOf, type MediaItemBody } from '../titles/mediaItem.js';
import { createPage } from './pages.js';
import { batchOf, type Batch, type Paging } from '../http/pageTokens.js';
import { svgDataUrl } from '../drawing/svgDataUrl.js';

/** Watch provider in the wire format, with the known fields only. */
export type ProviderItemBody = Pick<ProviderItem, 'type' | 'id' | 'title' | 'logo_path'>;

type NavigationItemBody = Pick<NavigationItem, 'type' | 'id' | 'title' | 'pageId'>;

/** Row item in the wire format, with the known fields only. */
export type RowItemBody = MediaItemBody | NavigationItemBody | ProviderItemBody;

/** Returns a batch of row items in the wire format. Creates the pages that the navigation items open. */
export function rowItems(state: EmulatorState, page: StoredPage, row: StoredRow, paging: Paging): Batch<RowItemBody> {
  const content = row.content();
  switch (content.kind) {
    case 'media': {
      const batch = batchOf(row.id, paging, content.entries);
      return { ...batch, items: batch.items.map(mediaItemOf) };
    }
    case 'navigation': {
      const batch = batchOf(row.id, paging, content.entries);
      return { ...batch, items: batch.items.map((destination) => navigationItemOf(state, page, destination)) };
    }
    case 'provider': {
      const batch = batchOf(row.id, paging, content.entries);
      return { ...batch, items: batch.items.map(providerItemOf) };
    }
  }
}

function navigationItemOf(
  state: EmulatorState,
  page: StoredPage,
  { title, narrowing }: Destination,
): NavigationItemBody {
  const { id: pageId } = createPage(
    state,
    { id: page.sessionId },
    { pageFilters: { ...page.filters, ...narrowing }, name: title },
    page.level + 1,
  );
  return { type: 'navigation', id: pageId.replace('page_', 'nav_'), title, pageId };
}

/** Converts a watch provider to the wire format, with its first letter as the logo. */
export function providerItemOf({ id, name, color }: WatchProvider): ProviderItemBody {
  const logo = svgDataUrl(
    { width: 160, height: 160, viewBox: '0 0 160 160' },
    `<rect width="160" height="160" fill="${color}"/>` +
      `<text x="80" y="80" dy=".36em" fill="#fff" font-family="system-ui,sans-serif" font-size="72" font-weight="700" ` +
      `text-anchor="middle">${escapeMarkup(name.charAt(0))}</text>`,
  );
  return { type: 'provider', id, title: name, logo_path: logo };
}

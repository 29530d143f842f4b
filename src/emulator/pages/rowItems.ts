import type { NavigationItem, ProviderItem } from '../../api/rows.js';
import type { WatchProvider } from '../../filters/vocabulary/watchProviders.js';
import { svgDataUrl } from '../drawing/svg.js';
import { escapeMarkup } from '../http/htmlPage.js';
import { batchOf, type Batch, type Paging } from '../http/pageTokens.js';
import { hash32 } from '../random.js';
import { mediaItemOf, type MediaItemBody } from '../titles/mediaItem.js';
import type { EmulatorState, PageRows, RowContent, StoredPage, StoredRow } from '../types.js';
import type { Destination } from './destinations.js';
import { createPage } from './pages.js';
import { createRowMaker, rowRecipes, type RowRecipe } from './rowMaker.js';

/**
 * Returns the rows of a page. They stay the same for the lifetime of the page, with one exception: if a navigation item
 * created the page and an app then requests the same page with `POST /pages`, navigation rows can be added.
 */
export function rowsOf(state: EmulatorState, page: StoredPage): PageRows {
  const rows = state.rows.get(page.id) ?? createPageRows(state, page);
  state.rows.set(page.id, rows);
  return rows;
}

function createPageRows(state: EmulatorState, page: StoredPage): PageRows {
  const created: StoredRow[] = [];
  const generator = makeRows(state, page);
  const createNext = () => {
    const { value } = generator.next();
    if (value) created.push(value);
    return value;
  };
  return {
    first(count) {
      while (created.length < count && createNext());
      return created.slice(0, count);
    },
    find(rowId) {
      let row = created.find(({ id }) => id === rowId) ?? createNext();
      while (row && row.id !== rowId) row = createNext();
      return row;
    },
  };
}

function* makeRows(state: EmulatorState, page: StoredPage): Generator<StoredRow, undefined> {
  const session = state.sessions.get(page.sessionId);
  if (!session) throw new Error('The session of the page does not exist.');
  const maker = createRowMaker(state, page, session);
  for (const recipe of rowRecipes(page, session)) {
    if (maker.isEmpty(recipe)) continue;
    let content: RowContent | undefined;
    yield {
      id: rowIdOf(page, recipe),
      title: recipe.title,
      type: recipe.type,
      createdAt: new Date(state.now()).toISOString(),
      content: () => (content ??= maker.make(recipe)),
    };
  }
  return undefined;
}

/** Derives the id of a row from its page and key, so that a row can be requested before it is listed. */
function rowIdOf(page: StoredPage, { key }: RowRecipe): string {
  const part = (salt: string) => (hash32(`${salt} ${page.id} ${key}`) >>> 0).toString(16).padStart(8, '0');
  return `row_${part('a')}${part('b')}`;
}

/** Watch provider in the wire format, with the known fields only. */
type ProviderItemBody = Pick<ProviderItem, 'type' | 'id' | 'title' | 'logo_path'>;

type NavigationItemBody = Pick<NavigationItem, 'type' | 'id' | 'title' | 'pageId'>;

/** Row item in the wire format, with the known fields only. */
type RowItemBody = MediaItemBody | NavigationItemBody | ProviderItemBody;

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

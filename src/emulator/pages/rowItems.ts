import type { NavigationItem, ProviderItem } from '../../api/rows.js';
import { isOfferedIn, watchProviders, type WatchProvider } from '../../filters/vocabulary/watchProviders.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { genreIdsFor } from '../../filters/vocabulary/defaultVocabulary.js';
import { svgDataUrl } from '../drawing/svg.js';
import { escapeMarkup } from '../http/htmlPage.js';
import { batchOf, type Batch, type Paging } from '../http/pageTokens.js';
import { hash32, mix32 } from '../random.js';
import { mediaItemOf, type MediaItemBody } from '../titles/mediaItem.js';
import type { EmulatorState, PageRows, RowContent, StoredPage, StoredRow, StoredSession } from '../types.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { titleKey } from '../titles/availability.js';
import type { TitleIndex } from '../titles/titleIndex.js';
import { decades, directionsFrom, genreName, type Destination, type Direction } from './destinations.js';
import { createPage } from './pages.js';
import { bestPositions, matchingPositions, titleOrder, type Snapshot } from './selectTitles.js';
import { titleFilter, type TitlePredicate } from './titleFilter.js';

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
      `<text x="80" y="80" dy=".36em" fill="#fff" font-family="system-ui,sans-serif" font-size="96" font-weight="700" ` +
      `text-anchor="middle">${escapeMarkup(name.charAt(0))}</text>`,
  );
  return { type: 'provider', id, title: name, logo_path: logo };
}

/** Maximum number of titles in a row. */
const ROW_SIZE = 60;
const RANKING_SIZE = 10;
/** Weight of the pseudorandom part in the order by popularity. */
const POPULAR_CHANCE = 0.3;

/** Creates the content of the rows of one page. */
interface RowMaker {
  /** Whether a row would be empty. Much cheaper than creating the row. */
  isEmpty(recipe: RowRecipe): boolean;
  make(recipe: RowRecipe): RowContent;
}

/**
 * Creates a row maker. The search for the titles that match the filters of the page runs only once, when `isEmpty` or
 * `make` first needs it.
 */
function createRowMaker(state: EmulatorState, page: StoredPage, session: StoredSession): RowMaker {
  const index = state.titles();
  let found: Int32Array | undefined;
  const positions = () => (found ??= matchingPositions(index, titleFilter(index, page.filters), session));
  const hasTitles = (passes: TitlePredicate) => positions().some((position) => passes(position));

  const destinations = ({ direction }: RowRecipe & { type: 'navigation' }) =>
    direction.destinations.filter(({ narrowing }) => hasTitles(titleFilter(index, narrowing)));

  const titlesOf = (recipe: RowRecipe & { type: 'media' | 'top_n' }): readonly CatalogTitle[] => {
    if ('titles' in recipe) {
      const wanted = new Set(recipe.titles.map(titleKey));
      const present = wanted.size ? positions().filter((position) => wanted.has(index.keys[position]!)) : [];
      return recipe.titles.filter((title) => present.some((position) => index.titles[position] === title));
    }
    const score = scoreOf(index, { ...session, id: `${session.id} ${recipe.key}` }, recipe.order);
    const size = recipe.type === 'top_n' ? RANKING_SIZE : ROW_SIZE;
    const best = bestPositions(positions(), testOf(index, recipe), score, size);
    return best.map((position) => index.titles[position]!);
  };

  return {
    isEmpty(recipe) {
      if (recipe.type === 'navigation') return destinations(recipe).length === 0;
      if (recipe.type === 'provider') return positions().length === 0 || providersFor(page).length === 0;
      return 'titles' in recipe ? titlesOf(recipe).length === 0 : !hasTitles(testOf(index, recipe));
    },
    make(recipe) {
      if (recipe.type === 'navigation') return { kind: 'navigation', entries: destinations(recipe) };
      if (recipe.type === 'provider') return { kind: 'provider', entries: providersFor(page) };
      return { kind: 'media', entries: titlesOf(recipe) };
    },
  };
}

function testOf(index: TitleIndex, { filters, without }: Extract<RowRecipe, { order: RowOrder }>): TitlePredicate {
  const passes = titleFilter(index, filters);
  const key = without && titleKey(without);
  return key === undefined ? passes : (position) => index.keys[position] !== key && passes(position);
}

function scoreOf(index: TitleIndex, snapshot: Snapshot, order: RowOrder): (position: number) => number {
  const { keys, appeal, releaseDates } = index;
  switch (order) {
    case 'taste':
      return titleOrder(index, snapshot);
    case 'popular':
      return (position) => appeal[position]! + ((mix32(keys[position]!) >>> 0) / 2 ** 32) * POPULAR_CHANCE;
    case 'newest':
      return (position) => releaseDates[position]!;
  }
}

/** Returns the watch providers that match the region and provider filters of a page. */
function providersFor({ filters }: StoredPage): readonly WatchProvider[] {
  const { region: regions, with_watch_providers: wanted } = filters;
  return watchProviders
    .filter((provider) => !regions || regions.some((region) => isOfferedIn(provider, region)))
    .filter(({ id }) => !wanted || wanted.includes(id));
}

/** Order of the titles in a row: by taste, by general popularity, or newest first. */
type RowOrder = 'taste' | 'popular' | 'newest';

/** Recipe to create a row on demand. The key is unique within the page. */
type RowRecipe = { readonly key: string; readonly title: string } & (
  | {
      readonly type: 'media' | 'top_n';
      /** Filters in addition to the filters of the page. */
      readonly filters: FilterSpec;
      readonly order: RowOrder;
      /** Title that the row is based on. The row does not contain it. */
      readonly without?: CatalogTitle;
    }
  /** A row of the given titles that match the filters of the page. */
  | { readonly type: 'media'; readonly titles: readonly CatalogTitle[] }
  | { readonly type: 'navigation'; readonly direction: Direction }
  | { readonly type: 'provider' }
);

/** Deepest level of pages that navigation rows lead to. */
const DEEPEST_LEVEL = 3;
/** Number of "Because you liked" rows. */
const LIKED_ROWS = 2;
/** Number of genre rows before the shuffled rows. */
const FIRST_GENRES = 3;

/**
 * Returns the recipes of the rows of a page in order. The caller skips empty rows. Rows based on the taste of the
 * profile come first, and each session shuffles the remaining rows.
 */
function rowRecipes({ filters, level }: StoredPage, { id, profileId, taste }: StoredSession): RowRecipe[] {
  const [first, ...others] = level < DEEPEST_LEVEL ? directionsFrom(filters).map(navigationRow) : [];
  const genres = genresInOrder(filters, `${id} ${profileId}`, taste.likedGenres).map(genreRow);
  const rest = [...genres.slice(FIRST_GENRES), ...decades.map(decadeRow), ...others];
  return [
    { key: 'begun', title: 'Continue watching', type: 'media', titles: taste.unfinished },
    { key: 'taste', title: 'Recommended for you', type: 'media', filters: {}, order: 'taste' },
    topRow('movie'),
    ...(first ? [first] : []),
    ...taste.liked.slice(0, LIKED_ROWS).map(similarRow),
    ...genres.slice(0, 1),
    { key: 'providers', title: 'Streaming services', type: 'provider' },
    { key: 'newest', title: 'New releases', type: 'media', filters: {}, order: 'newest' },
    ...genres.slice(1, FIRST_GENRES),
    topRow('tv'),
    ...rest
      .map((row) => ({ row, draw: hash32(`row ${id} ${row.key}`) }))
      .sort((a, b) => a.draw - b.draw)
      .map(({ row }) => row),
  ];
}

function topRow(mediaType: 'movie' | 'tv'): RowRecipe {
  const title = mediaType === 'movie' ? 'Top 10 movies' : 'Top 10 series';
  return { key: `top ${mediaType}`, title, type: 'top_n', filters: { media_type: mediaType }, order: 'popular' };
}

function navigationRow(direction: Direction): RowRecipe {
  return { key: direction.key, title: direction.title, type: 'navigation', direction };
}

function genreRow(genre: number): RowRecipe {
  return {
    key: `genre ${genre}`,
    title: genreName(genre),
    type: 'media',
    filters: { genres: [genre] },
    order: 'taste',
  };
}

function decadeRow({ title, narrowing }: (typeof decades)[number]): RowRecipe {
  return { key: title, title: `From the ${title}`, type: 'media', filters: narrowing, order: 'taste' };
}

function similarRow(liked: CatalogTitle): RowRecipe {
  return {
    key: `similar ${liked.mediaType} ${liked.id}`,
    title: `Because you liked ${liked.title}`,
    type: 'media',
    filters: { genres: [...liked.genres] },
    order: 'taste',
    without: liked,
  };
}

/** Returns the genres for the rows of a page, liked genres first. Excludes the genre of a page with only one genre. */
function genresInOrder({ genres, media_type }: FilterSpec, seed: string, liked: readonly number[]): number[] {
  const only = genres?.length === 1 ? genres[0] : undefined;
  return genreIdsFor(media_type)
    .filter((genre) => genre !== only)
    .map((genre) => ({ genre, isLiked: liked.includes(genre), draw: hash32(`genre ${seed} ${genre}`) }))
    .sort((a, b) => Number(b.isLiked) - Number(a.isLiked) || a.draw - b.draw)
    .map(({ genre }) => genre);
}

import type { EmulatorState, RowContent, StoredPage, StoredSession } from '../types.js';
import { isOfferedIn, watchProviders, type WatchProvider } from '../../filters/vocabulary/watchProviders.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { mix32 } from '../random.js';
import type { RowOrder, RowRecipe } from './rowRecipes.js';
import { bestPositions, matchingPositions } from './selectTitles.js';
import { titleFilter, type TitlePredicate } from './titleFilter.js';
import type { TitleIndex } from '../titles/titleIndex.js';
import { titleKey } from '../titles/titleKey.js';
import { titleOrder, type Snapshot } from './titleOrder.js';

/** Maximum number of titles in a row. */
const ROW_SIZE = 60;
const RANKING_SIZE = 10;
/** Weight of the pseudorandom part in the order by popularity. */
const POPULAR_CHANCE = 0.3;

/** Creates the content of the rows of one page. */
export interface RowMaker {
  /** Whether a row would be empty. Much cheaper than creating the row. */
  isEmpty(recipe: RowRecipe): boolean;
  make(recipe: RowRecipe): RowContent;
}

/**
 * Creates a row maker. The search for the titles that match the filters of the page runs only once, when `isEmpty` or
 * `make` first needs it.
 */
export function createRowMaker(state: EmulatorState, page: StoredPage, session: StoredSession): RowMaker {
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

import type { HeroItem, MediaItem } from '../../src/api/media.js';
import type { NavigationItem, ProviderItem } from '../../src/api/rows.js';
import { catalogTitles } from '../../src/emulator/catalog/catalog.js';
import { heroItemOf, mediaItemOf } from '../../src/emulator/titles/mediaItem.js';
import { providerItemOf } from '../../src/emulator/pages/rowItems.js';
import { watchProviders } from '../../src/filters/vocabulary/watchProviders.js';

/** Returns titles of the embedded catalog as items of a row, latest first. */
export function mediaItems(count: number, from = 0): MediaItem[] {
  return latest()
    .slice(from, from + count)
    .map(mediaItemOf);
}

/** Returns titles with a synopsis as hero items of a page. */
export function heroItems(count: number): HeroItem[] {
  return latest()
    .filter(({ overview }) => overview !== undefined)
    .slice(0, count)
    .map((title) => ({ ...heroItemOf(title), logo_path: null }));
}

const genres = ['Comedy', 'Drama', 'Thriller', 'Science Fiction', 'Romance', 'Documentary', 'Animation', 'Crime'];

/** Destinations of a navigation row. */
export const navigationItems: readonly NavigationItem[] = genres.map((title, index) => ({
  type: 'navigation',
  id: `nav_${index}`,
  title,
  pageId: `page_${index}`,
}));

/** Items of a watch provider row, as the embedded Discovr returns them. */
export const providerItems: readonly ProviderItem[] = watchProviders.map(providerItemOf);

function latest() {
  return [...catalogTitles()].sort((a, b) => b.releaseDate.localeCompare(a.releaseDate));
}

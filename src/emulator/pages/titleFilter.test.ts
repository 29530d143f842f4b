import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { genreIdsFor, regionCodes } from '../../filters/vocabulary/defaultVocabulary.js';
import { isOfferedIn, watchProviders } from '../../filters/vocabulary/watchProviders.js';
import { sampleWatchProviders } from '../titles/availability.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { generatedTitles } from '../catalog/catalog.js';
import { selectTitles } from './selectTitles.js';
import { createTitleIndex } from '../titles/titleIndex.js';

const titles = generatedTitles(400);
const index = createTitleIndex(titles);
const snapshot = { id: 'session', profileId: 'profile' };
const select = (filters: FilterSpec, limit = titles.length) => selectTitles(index, filters, snapshot, limit);

/** Reference implementation of the filters. */
function matches(title: CatalogTitle, filters: FilterSpec): boolean {
  const { genres, keywords, region, with_watch_providers: providers } = filters;
  if (filters.media_type && title.mediaType !== filters.media_type) return false;
  if (genres?.length && !genres.some((id) => title.genres.includes(id))) return false;
  if (keywords?.length && !keywords.some((id) => title.keywords.includes(id))) return false;
  if (title.runtime < (filters.with_runtime_gte ?? 0)) return false;
  if (title.runtime > (filters.with_runtime_lte ?? Infinity)) return false;
  if (title.releaseDate < (filters.with_release_date_gte ?? '')) return false;
  if (title.releaseDate > (filters.with_release_date_lte ?? '9999')) return false;
  if (!region?.length && !providers?.length) return true;
  const carriers = (region?.length ? region : regionCodes).flatMap((code) => sampleWatchProviders(title, code));
  return providers?.length ? providers.some((id) => carriers.includes(id)) : carriers.length > 0;
}

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const someOf = <T>(values: readonly T[]) => maybe(fc.array(fc.constantFrom(...values), { maxLength: 3 }));
const day = fc.constantFrom('1930-01-01', '1965-06-15', '1999-12-31', '2010-02-28', '2024-02-29');
const anyFilters: fc.Arbitrary<FilterSpec> = fc
  .record({
    genres: someOf([...genreIdsFor(undefined), 1]),
    keywords: someOf(Array.from({ length: 60 }, (_, keyword) => keyword)),
    media_type: maybe(fc.constantFrom('movie' as const, 'tv' as const)),
    region: someOf(['US', 'DE', 'GB', 'JP', 'CA', 'XX']),
    with_watch_providers: someOf([...watchProviders.map(({ id }) => id), '0']),
    with_runtime_gte: maybe(fc.nat(150)),
    with_runtime_lte: maybe(fc.nat(200)),
    with_release_date_gte: maybe(day),
    with_release_date_lte: maybe(day),
  })
  .map((filters) => Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)));

describe('selectTitles', () => {
  it('returns exactly the titles that match the filters', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const expected = titles.filter((title) => matches(title, filters)).map(({ id }) => id);
        expect([...select(filters)].map(({ id }) => id).sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('returns all titles without filters', () => {
    expect(select({})).toHaveLength(titles.length);
  });

  it('returns at least the same titles when a filter is removed', () => {
    const narrow = { region: ['DE'], with_watch_providers: ['8'] };
    const ids = select(narrow).map(({ id }) => id);
    expect(select({ with_watch_providers: ['8'] }).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(select({ region: ['DE'] }).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  it('returns the first titles of the full order when a limit is given', () => {
    const filters = { region: ['US'] };
    expect(select(filters, 10)).toEqual(select(filters).slice(0, 10));
  });
});

describe('the sample data of watch providers', () => {
  it.each(['US', 'DE', 'GB', 'JP'])(
    'assigns between 15%% and 40%% of the titles to every watch provider in %s',
    (region) => {
      for (const provider of watchProviders.filter((candidate) => isOfferedIn(candidate, region))) {
        const share = select({ region: [region], with_watch_providers: [provider.id] }).length / titles.length;
        expect(share).toBeGreaterThan(0.15);
        expect(share).toBeLessThan(0.4);
      }
    },
  );

  it('leaves between 5% and 30% of the titles without a watch provider in a region', () => {
    const share = select({ region: ['DE'] }).length / titles.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.95);
  });

  it('assigns no titles to a watch provider outside its regions', () => {
    expect(select({ region: ['DE'], with_watch_providers: ['15'] })).toEqual([]);
    expect(select({ region: ['US'], with_watch_providers: ['119'] })).toEqual([]);
  });

  it('is the same in each run', () => {
    const title = { id: 550, mediaType: 'movie' } as const;
    expect(sampleWatchProviders(title, 'US')).toMatchInlineSnapshot(`
      [
        "386",
        "300",
      ]
    `);
    expect(sampleWatchProviders(title, 'XX')).toEqual([]);
  });

  it('differs between a film and a series with the same id', () => {
    const differs = titles.filter(
      ({ id }) =>
        String(sampleWatchProviders({ id, mediaType: 'movie' }, 'US')) !==
        String(sampleWatchProviders({ id, mediaType: 'tv' }, 'US')),
    );
    expect(differs.length).toBeGreaterThan(titles.length / 2);
  });
});

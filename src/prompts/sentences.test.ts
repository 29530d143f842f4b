import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDates, RELEASE_YEARS } from '../../test/arbitraries.js';
import { localePacks } from '../../test/support/localePacks.js';
import { filmGenres, withTwins } from '../filters/genreTwins.js';
import { canonicalFilters } from '../filters/canonicalFilters.js';
import { describeFilter } from '../filters/describeFilter.js';
import { filterSpecSchema, type MediaType } from '../filters/filterSpec.js';
import { isOrdered } from '../filters/values.js';
import { defaultLabels, genreIdsFor, labelsFrom, regionCodes } from '../filters/vocabulary/defaultVocabulary.js';
import { isOfferedIn, watchProviders } from '../filters/vocabulary/watchProviders.js';
import type { PromptLanguage } from './language.js';
import { parsePrompt } from './parsePrompt.js';

/** Keywords with the separators of lists in their labels. */
const keywords = [
  { id: '1', label: 'dragons' },
  { id: '2', label: 'love, loss, or life' },
  { id: '3', label: '旅' },
  { id: '4', label: 'und' },
];

/** Genres as users choose them: where films and series are shown, a genre of films stands for its twin. */
function chosen(genres: readonly number[], type: MediaType | undefined): number[] {
  if (type) return [...genres];
  return withTwins(genres.map(String).filter((id) => !filmGenres.has(id))).map(Number);
}

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const range = <T extends number | string>(bounds: fc.Arbitrary<T>) =>
  fc.tuple(maybe(bounds), maybe(bounds)).map(([a, b]) => (isOrdered(a, b) ? [a, b] : [b, a]));

/** Filters with labels: genres of the type, and watch providers of the regions. */
const offeredFilters = fc
  .tuple(maybe(fc.constantFrom('movie' as const, 'tv' as const)), fc.subarray([...regionCodes], { maxLength: 4 }))
  .chain(([type, region]) => {
    const offered = watchProviders.filter(
      (provider) => region.length === 0 || region.some((code) => isOfferedIn(provider, code)),
    );
    return fc.record({
      media_type: fc.constant(type),
      region: fc.constant(region),
      genres: fc.subarray([...genreIdsFor(type)], { maxLength: 4 }).map((genres) => chosen(genres, type)),
      keywords: fc.subarray([1, 2, 3, 4]),
      runtime: range(fc.oneof(fc.nat(300), fc.nat(1e15))),
      dates: range(calendarDates(RELEASE_YEARS.firstYear, RELEASE_YEARS.lastYear)),
      with_watch_providers: fc.subarray(
        offered.map(({ id }) => id),
        { maxLength: 4 },
      ),
    });
  })
  .map(({ runtime: [from, to], dates: [first, last], ...filters }) =>
    canonicalFilters({
      ...filters,
      with_runtime_gte: from,
      with_runtime_lte: to,
      with_release_date_gte: first,
      with_release_date_lte: last,
    }),
  );

const modules = import.meta.glob<Readonly<Record<string, PromptLanguage>>>('./languages/*.ts', { eager: true });

describe.each(Object.entries(localePacks))('parsePrompt in %s', (locale, messages) => {
  const languages = Object.values(modules[`./languages/${locale}.ts`]!);
  const labelOf = labelsFrom({ keywords }, defaultLabels({ locale, messages }));

  it('reads every sentence that describeFilter writes', () => {
    fc.assert(
      fc.property(offeredFilters, (filters) => {
        expect(filterSpecSchema.safeParse(filters).success).toBe(true);
        const sentence = describeFilter(filters, { locale, messages, labelOf });
        const { filters: read, rest } = parsePrompt(sentence, { languages, locale, messages, lists: { keywords } });
        expect({ sentence, filters: read, rest }).toEqual({ sentence, filters, rest: [] });
      }),
    );
  });
});

import fc from 'fast-check';
import { filterFields, filterKinds, isRangeKind, type BoundInput } from '../src/filters/filterFields.js';
import type { FilterSpec } from '../src/filters/filterSpec.js';
import { INCOMPLETE, type PageFilterFormValues } from '../src/filters/formValues.js';

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const two = (part: number) => String(part).padStart(2, '0');

/** Any Unicode character. The unit `binary` of fast-check takes a second to create, because it indexes all of them. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(0x10ffff)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

/** Any UTF-16 text, including emoji, control characters and lone surrogates. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: anyCharacter }),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
);

/** Provider ids of TMDB and of other vocabularies, including ids that a URL must escape. */
const providerId = fc.oneof(
  fc.nat(3000).map(String),
  anyText.filter((text) => text !== ''),
  fc.constantFrom('__proto__', 'constructor', 'a.b', '.', '_', '_2e_', '__2e__', 'A-1', 'Ünï', '🍿', '\ud83c', '8&f=1'),
);

/** Genre and keyword ids of up to 15 digits, which are all safe integers. */
const wholeNumber = fc.oneof(fc.nat(11_000), fc.nat(999_999_999_999_999));

const region = fc.oneof(fc.constantFrom('AT', 'DE', 'US', 'ZZ'), fc.stringMatching(/^[A-Z]{2}$/));

/** Calendar dates, including ends of months and leap days. */
export function calendarDates(firstYear: number, lastYear: number): fc.Arbitrary<string> {
  const year = fc.integer({ min: firstYear, max: lastYear }).map((number) => String(number).padStart(4, '0'));
  const monthAndDay = fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map((parts) => parts.map(two).join('-')),
    fc.constantFrom('01-01', '12-31', '01-31', '04-30'),
  );
  return fc.oneof(
    fc.tuple(year, monthAndDay).map((parts) => parts.join('-')),
    fc.constantFrom('2000-02-29', '2024-02-29'),
  );
}

function ranges<T extends number | string>(bounds: fc.Arbitrary<T>): fc.Arbitrary<[T | undefined, T | undefined]> {
  return fc
    .tuple(maybe(bounds), maybe(bounds))
    .map(([a, b]) => (a !== undefined && b !== undefined && a > b ? [b, a] : [a, b]));
}

const rangeFields = filterKinds.filter(isRangeKind).map((kind) => filterFields[kind]);

/** Filters that the API accepts, unordered and with duplicates, with dates within the given years. */
export function filterSpecs({ firstYear = 0, lastYear = 9999 } = {}): fc.Arbitrary<FilterSpec> {
  const bounds = ({ type, max, step }: BoundInput): fc.Arbitrary<number | string> => {
    if (type === 'date') return calendarDates(firstYear, lastYear);
    return step === 1 ? fc.nat(Number(max)) : fc.nat(Number(max) * 10).map((tenths) => tenths / 10);
  };
  const pairs = rangeFields.map(({ keys, input }) =>
    fc.option(ranges(bounds(input)), { nil: [] }).map((pair) => pair.map((bound, index) => [keys[index], bound])),
  );
  return fc
    .tuple(
      fc.record(
        {
          genres: fc.array(wholeNumber),
          keywords: fc.array(wholeNumber),
          media_type: fc.constantFrom('movie' as const, 'tv' as const),
          region: fc.array(region),
          with_watch_providers: fc.array(providerId),
        },
        { requiredKeys: [] },
      ),
      // Each key is that of a range.
      fc.tuple(...pairs).map((entries): FilterSpec => Object.fromEntries(entries.flat())),
    )
    .map(([lists, bounded]) => ({ ...lists, ...bounded }));
}

/** Years that a user can enter. */
export const RELEASE_YEARS = { firstYear: 1870, lastYear: 2100 };

/** Form values at any time during input: complete, incomplete and invalid. */
export const formValues: fc.Arbitrary<PageFilterFormValues> = fc.record({
  ...boundTexts(),
  mediaType: fc.constantFrom('all', 'movie', 'tv'),
  genres: fc.array(fc.oneof(wholeNumber.map(String), anyText)),
  keywords: fc.array(fc.oneof(wholeNumber.map(String), anyText)),
  regions: fc.array(fc.oneof(region, anyText)),
  watchProviders: fc.array(providerId),
  name: anyText,
});

function boundTexts() {
  const texts = rangeFields.flatMap(({ fields, input }) =>
    fields.map((field) => [field, input.type === 'date' ? dateText() : numberText()]),
  );
  // Object.fromEntries loses the types of the keys, which are all fields of ranges.
  return Object.fromEntries(texts) as Record<(typeof rangeFields)[number]['fields'][number], fc.Arbitrary<string>>;
}

function numberText(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.nat(300).map(String),
    fc.constantFrom('', INCOMPLETE, '-1', '1e3', '7.5', '9'.repeat(16)),
    anyText,
  );
}

function dateText(): fc.Arbitrary<string> {
  return fc.oneof(calendarDates(1800, 2200), fc.constantFrom('', INCOMPLETE, '2023-02-29', '2020-1-1'), anyText);
}

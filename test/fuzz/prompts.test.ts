import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterSpecSchema } from '../../src/filters/filterSpec.js';
import type { PromptLanguage } from '../../src/prompts/language.js';
import { parsePrompt } from '../../src/prompts/parsePrompt.js';
import { anyText } from '../arbitraries.js';
import { fuzzRuns } from '../support/fuzzRuns.js';
import { localePacks } from '../support/localePacks.js';

const ONE_HOUR_MS = 3_600_000;

const modules = import.meta.glob<Readonly<Record<string, PromptLanguage>>>('../../src/prompts/languages/*.ts', {
  eager: true,
});
const languages = Object.values(modules).flatMap((module) => Object.values(module));
const runs = (full: number) => {
  const { numRuns, ...seed } = fuzzRuns(full);
  return { numRuns: Math.ceil(numRuns / languages.length), ...seed };
};

/** Returns all words of a language, or of a part of it. */
function wordsOf(part: unknown): string[] {
  if (typeof part === 'string') return part.split('|').map((word) => word.replaceAll(/[#,]/g, ' ').trim());
  return typeof part === 'object' && part ? Object.values(part).flatMap(wordsOf) : [];
}

/** Characters that combine, vanish, change direction or break a pair. */
const hostile = fc.constantFrom(
  '\ud83c',
  '\udf7f',
  '\u200d',
  '\u0301',
  '\u202e',
  '\u2066',
  '\uff9e',
  'İ',
  'ﬁ',
  '\u0000',
);
const number = fc.oneof(fc.nat(2_200).map(String), fc.constantFrom('1h30', '½', '٩٠', '９０', '9'.repeat(400), '90s'));

describe.each(languages)('parsePrompt with $locale', (language) => {
  const { locale } = language;
  const options = { languages: [language], locale, messages: localePacks[locale]!, today: '2026-11-29' };
  const words = wordsOf(language);
  const word = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: number },
    { weight: 1, arbitrary: fc.oneof(hostile, anyText) },
  );
  const text = fc
    .array(fc.tuple(word, fc.constantFrom('', ' ', ', ', '-', '. ')), { maxLength: 12 })
    .map((pieces) => pieces.flat().join(''));

  test(
    'a hostile text yields filters that the API accepts, and parts that do not overlap',
    () => {
      fc.assert(
        fc.property(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: anyText }), (wish) => {
          const { filters, parts, rest } = parsePrompt(wish, options);
          expect(filterSpecSchema.safeParse(filters).success).toBe(true);
          for (const { filters: chosen } of parts.flatMap(({ choices = [] }) => choices))
            expect(filterSpecSchema.safeParse({ ...filters, ...chosen }).success).toBe(true);
          let last = 0;
          for (const { start, end, text: own } of [...parts, ...rest].sort((a, b) => a.start - b.start)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(own).toBe(wish.slice(start, end));
            last = end;
          }
          expect(last).toBeLessThanOrEqual(wish.length);
        }),
        runs(2_600),
      );
    },
    ONE_HOUR_MS,
  );

  test(
    'a genre that is excluded is never applied',
    () => {
      const genre = fc.constantFrom(...wordsOf(language.genres).filter((name) => !name.includes(' ')));
      fc.assert(
        fc.property(fc.constantFrom(...language.negators.split('|')), genre, (negator, name) => {
          const wish = negator
            .replace(',', '')
            .replace(/#(?=[a-zã])/, '# ')
            .replace('#', name);
          expect(parsePrompt(wish, options).filters.genres, wish).toBeUndefined();
        }),
        runs(2_600),
      );
    },
    ONE_HOUR_MS,
  );
});

import { describe, expect, it } from 'vitest';
import { localePacks } from '../../test/support/localePacks.js';
import { catalogTitles } from '../emulator/catalog/catalog.js';
import { fold } from './fold.js';
import type { PromptLanguage } from './language.js';
import { indexOf } from './promptIndex.js';
import { tokensOf } from './tokens.js';

const modules = import.meta.glob<Readonly<Record<string, PromptLanguage>>>('./languages/*.ts', { eager: true });
const languages = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter(({ neighbors }) => neighbors);

// `node scripts/neighbors.mjs` writes the neighbors.
describe.each(languages)('corrections of typing errors in $locale', (language) => {
  const { locale, neighbors = '' } = language;
  const messages = localePacks[locale]!;
  const index = indexOf({ languages: [{ ...language, neighbors: '' }], locale, messages });

  it('has no neighbor that is not one error away from a word', () => {
    const words = neighbors.split('|').map((word) => fold(word).text);
    expect(words.filter((word) => index.correct(word) === undefined)).toEqual([]);
    expect(words).toEqual([...new Set(words)].sort());
  });
});

it('takes no word of a title in the catalog for a typing error in English', () => {
  const index = indexOf({ languages: Object.values(modules['./languages/en.ts']!) });
  const isKnown = (word: string, correct: typeof index.correct) =>
    tokensOf(word, { ...index, correct }).every(({ meaning }) => meaning);
  const titles = catalogTitles().flatMap(({ title }) => fold(title).text.match(/[a-z]+/g) ?? []);
  const corrected = titles.filter((word) => isKnown(word, index.correct) && !isKnown(word, () => undefined));
  expect(corrected).toEqual([]);
});

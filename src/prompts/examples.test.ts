import { expect, test } from 'vitest';
import { regionCodes } from '../filters/vocabulary/defaultVocabulary.js';
import type { Messages } from '../messages/messages.js';
import { fold } from './fold.js';
import type { PromptLanguage } from './language.js';
import { parsePrompt } from './parsePrompt.js';

const packs = import.meta.glob<Record<string, Messages>>(['../locales/*.ts', '!../locales/*.test.ts'], { eager: true });
const languages = import.meta.glob<Record<string, PromptLanguage>>('./languages/*.ts', { eager: true });

test.each(Object.keys(languages))('the examples of the field for wishes are understood in full in %s', (path) => {
  const [language] = Object.values(languages[path]!);
  const [messages] = Object.values(packs[path.replace('./languages', '../locales')]!);
  const { example1, example2, example3, example4, example5 } = messages!.prompt;
  const read = (text: string) =>
    parsePrompt(text, { languages: [language!], locale: language!.locale, messages: messages! });
  for (const example of [example1, example2, example3, example4, example5])
    expect(read(example).rest, example).toEqual([]);
  expect(read(example1).filters).toEqual({ genres: [35], media_type: 'movie', with_runtime_lte: 100 });
  expect(read(example2).filters).toEqual({
    genres: [80],
    media_type: 'tv',
    with_release_date_gte: '2010-01-01',
    with_release_date_lte: '2019-12-31',
  });
  const [provider] = read(example3).filters.with_watch_providers ?? [];
  expect(['337', '8']).toContain(provider);
  expect(read(example3).filters).toEqual({ genres: [10751], media_type: 'movie', with_watch_providers: [provider] });
  expect(read(example4).filters).toEqual({
    genres: [27],
    media_type: 'movie',
    with_release_date_gte: '1990-01-01',
    with_release_date_lte: '1999-12-31',
  });
  expect(read(example5).filters).toEqual({
    genres: [878],
    media_type: 'movie',
    with_release_date_gte: '1980-01-01',
    with_release_date_lte: '1989-12-31',
  });
});

test.each(Object.keys(languages))('no word for an origin hides the name of a region in %s', (path) => {
  const [language] = Object.values(languages[path]!);
  const { locale, unsupported } = language!;
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  const origins = new Set(unsupported.origin?.split('|').map((word) => fold(word).text));
  expect(regionCodes.filter((code) => origins.has(fold(names.of(code) ?? '').text))).toEqual([]);
});

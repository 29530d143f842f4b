import { expect, it } from 'vitest';
import { withFoldedWords } from '../../scripts/foldedWords.js';
import type { PromptLanguage } from '../../src/prompts/language.js';
import { parsePrompt } from '../../src/prompts/parsePrompt.js';
import { localePacks } from '../support/localePacks.js';

const wishes = import.meta.glob<readonly { text: string }[]>('./wishes/*.json', { eager: true, import: 'default' });
const modules = import.meta.glob<Readonly<Record<string, PromptLanguage>>>('../../src/prompts/languages/*.ts', {
  eager: true,
});
const languages = Object.values(modules).flatMap((module) => Object.values(module));

it.each(languages)('the built package reads wishes in $locale as the sources do', (language) => {
  const { locale } = language;
  const readWith = (words: PromptLanguage) =>
    wishes[`./wishes/${locale}.json`]!.map(({ text }) =>
      parsePrompt(text, { languages: [words], locale, messages: localePacks[locale]!, today: '2026-11-29' }),
    );
  expect(readWith(withFoldedWords(language))).toEqual(readWith(language));
});

import type { Plugin } from 'vite';
import { fold } from '../src/prompts/fold.js';
import type { PromptLanguage } from '../src/prompts/language.js';

/**
 * Folds the words of the languages of prompts in the build, as texts are folded when they are read. Letters without
 * accents are shorter, also for bundlers that escape the others.
 */
export const foldedWords: Plugin = {
  name: 'folded-words',
  transform: {
    filter: { id: /\/prompts\/languages\/[^/]+\.ts$/ },
    // Vite has removed the types, and with them the only import.
    async handler(code) {
      const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      // Each file exports a language, which the compiler checks.
      const exported = Object.entries(module as Record<string, PromptLanguage>).map(
        ([name, language]) => `export const ${name} = ${JSON.stringify(withFoldedWords(language), null, 2)};\n`,
      );
      return { code: exported.join(''), map: null };
    },
  },
};

/** Returns a language that reads the same: without accents, the `#` after a word, and words that then are equal. */
export function withFoldedWords(language: PromptLanguage): PromptLanguage {
  const { locale, spellings = {} } = language;
  // Letters with another spelling are compared before they are folded.
  const isSpelled = (word: string) => Object.keys(spellings).some((letter) => word.includes(letter));
  const shortened = (word: string) =>
    (isSpelled(word) ? word : fold(word).text).replace(/ ?#$/, '').replace(/^(,?#) /, '$1');
  const list = (words: string) => [...new Set(words.split('|').map(shortened))].join('|');
  const folded = (part: object): object =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]: [string, unknown]) => [
        key,
        typeof value === 'string' ? list(value) : typeof value === 'object' && value ? folded(value) : value,
      ]),
    );
  return { ...language, ...folded(language), locale, ...(language.spellings && { spellings }) };
}

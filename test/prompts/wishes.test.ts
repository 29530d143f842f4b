import { describe, expect, it } from 'vitest';
import { canonicalFilters } from '../../src/filters/canonicalFilters.js';
import type { FilterSpec } from '../../src/filters/filterSpec.js';
import type { PromptLanguage } from '../../src/prompts/language.js';
import { en } from '../../src/prompts/languages/en.js';
import { parsePrompt } from '../../src/prompts/parsePrompt.js';
import { localePacks } from '../support/localePacks.js';

/** A wish as people type it. Those held back were not read while the words of a language were collected. */
interface Wish {
  readonly text: string;
  readonly filters: FilterSpec;
  readonly heldBack?: boolean;
}

const wishes = import.meta.glob<readonly Wish[]>('./wishes/*.json', { eager: true, import: 'default' });
const modules = import.meta.glob<Readonly<Record<string, PromptLanguage>>>('../../src/prompts/languages/*.ts', {
  eager: true,
});
const languages = Object.values(modules).flatMap((module) => Object.values(module));

/** Shares of wishes that must be understood exactly. */
const aims: Readonly<Record<string, number>> = {
  en: 0.9,
  de: 0.9,
  fr: 0.85,
  es: 0.85,
  it: 0.85,
  nl: 0.85,
  'pt-BR': 0.85,
};
const OTHER_AIM = 0.75;
const MOST_WRONG = 0.01;

/** Whether filters have a value that the wish does not ask for. */
const isWrong = (read: FilterSpec, { filters }: Wish): boolean =>
  Object.entries(read).some(([key, value]) => {
    // The keys are those of the filters.
    const wanted: unknown = filters[key as keyof FilterSpec];
    if (!Array.isArray(value)) return value !== wanted;
    return !Array.isArray(wanted) || value.some((id) => !wanted.includes(id));
  });

describe.each(languages)('parsePrompt with $locale', (language) => {
  const { locale } = language;
  const options = { languages: [language, en], locale, messages: localePacks[locale]!, today: '2026-11-29' };
  const read = wishes[`./wishes/${locale}.json`]!.map((wish) => ({
    wish,
    filters: parsePrompt(wish.text, options).filters,
  }));

  it('understands wishes as people type them', () => {
    const exact = read.filter(
      ({ wish, filters }) => JSON.stringify(filters) === JSON.stringify(canonicalFilters(wish.filters)),
    );
    expect(exact.length / read.length).toBeGreaterThanOrEqual(aims[locale] ?? OTHER_AIM);
  });

  it('applies at most one filter in a hundred wrongly', () => {
    const wrong = read.filter(({ wish, filters }) => isWrong(filters, wish));
    expect(wrong.length / read.length, JSON.stringify(wrong)).toBeLessThanOrEqual(MOST_WRONG);
  });
});

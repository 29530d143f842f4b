import { perLocale } from '../../messages/locale.js';

/**
 * The text between two names in the middle of a list: a comma and, in a few languages such as Arabic, "and". `Intl`
 * formats only whole lists, so this is the text after the first of several names. Some languages have punctuation there
 * only in one type of list.
 */
const separators = perLocale((locale) => {
  const candidates = (['conjunction', 'unit'] as const).map((type) => {
    const parts = new Intl.ListFormat([locale, 'en'], { type }).formatToParts(['1', '2', '3', '4']);
    return parts.find((part) => part.type === 'literal')?.value ?? '';
  });
  return candidates.find((text) => /\p{P}/u.test(text)) ?? ', ';
});

/** Joins names with the separator of the locale, and without another one before the last name, such as "Comedy, Drama". */
export function joinNames(names: readonly string[], locale: string): string {
  return names.join(separators(locale));
}

import { perLocale } from './perLocale.js';

const RIGHT_TO_LEFT_SCRIPTS = ['Adlm', 'Arab', 'Armi', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

// `Intl.Locale` also knows the direction, but not in Firefox, and engines differ for a tag with a script.
const scriptOf = perLocale((locale) => new Intl.Locale(locale).maximize().script ?? '');

/** Whether the script of a BCP 47 tag is written right to left. A tag without a script has that of its language. */
export function isRightToLeftLocale(locale: string): boolean {
  return RIGHT_TO_LEFT_SCRIPTS.includes(scriptOf(locale));
}

/**
 * Wraps a Latin name in Unicode isolates for a right-to-left language, where "Disney+" would otherwise read "+Disney".
 * Returns the name unchanged for other languages.
 */
export function isolateName(name: string, locale: string): string {
  return isRightToLeftLocale(locale) && /[a-z]/i.test(name) ? `\u2068${name}\u2069` : name;
}

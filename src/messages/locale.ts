/** Locales that were reported, so that each is reported once, however often a component renders. */
const reported = new Set<string>();

/**
 * Returns the locale that an app passed, as a tag that `Intl` accepts: `de_DE` is read as `de-DE`. Returns `en` for no
 * locale and, with a warning in development, for what is not a BCP 47 tag. Called where a locale enters the library;
 * inside, each locale is a tag.
 *
 * @param source prop or option, for the warning.
 */
export function usableLocale(locale: string | null | undefined, source = 'option `locale`'): string {
  if (locale === undefined) return 'en';
  const tag = String(locale).replaceAll('_', '-');
  try {
    Intl.getCanonicalLocales(tag);
    return tag;
  } catch {
    if (process.env.NODE_ENV !== 'production') warnOfLocale(locale, source);
    return 'en';
  }
}

function warnOfLocale(locale: string | null, source: string): void {
  const fact = `the ${source} is ${JSON.stringify(locale)}, which is not a BCP 47 tag`;
  if (reported.has(fact)) return;
  reported.add(fact);
  console.warn(`discovr-react: ${fact}. "en" is used instead. Pass a tag such as "de" or "pt-BR".`);
}

const RIGHT_TO_LEFT_SCRIPTS = ['Adlm', 'Arab', 'Armi', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** What replaces the parts of `Intl` that Hermes lacks, the engine of React Native. */
export interface IntlSubstitutes {
  pluralRules(locale: string): Pick<Intl.PluralRules, 'select'>;
  /** Returns the script of a tag, also where the tag does not name it. May be empty for a script from left to right. */
  scriptOf(locale: string): string;
  formatList(items: readonly string[], locale: string, type: ListType): string;
}

type ListType = 'conjunction' | 'disjunction';

/** The substitutes in use: none, except in React Native. */
export const substitutes: Partial<IntlSubstitutes> = {};

const maximized = perLocale((locale) => new Intl.Locale(locale).maximize());

/** Returns the region of a BCP 47 tag. A tag without a region has that where most people speak its language. */
export const regionOfLocale = (locale: string): string => maximized(locale).region ?? '';

// `Intl.Locale` also knows the direction, but not in Firefox, and engines differ for a tag with a script.
const scriptOf = (locale: string) => substitutes.scriptOf?.(locale) ?? maximized(locale).script ?? '';

/** Returns items as one text: "Austria, Germany, and Switzerland", or with "or". */
export function formatList(items: readonly string[], locale: string, type: ListType): string {
  return substitutes.formatList?.(items, locale, type) ?? new Intl.ListFormat([locale, 'en'], { type }).format(items);
}

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

/**
 * Returns a function that creates a value once for each locale. For `Intl` objects, which are slow to create: a page would
 * create hundreds.
 */
export function perLocale<T>(create: (locale: string) => T): (locale: string) => T {
  const created = new Map<string, T>();
  return (locale) => {
    const known = created.get(locale);
    if (known !== undefined) return known;
    const value = create(locale);
    created.set(locale, value);
    return value;
  };
}

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

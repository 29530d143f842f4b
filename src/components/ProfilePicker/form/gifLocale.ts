/**
 * Returns the language in which a GIF search reads the query, with its region if the locale names one: `pt_BR` for
 * `pt-BR`. The documentation does not name the format; Tenor reads this one (inferred).
 */
export function gifLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale);
  // A region such as 419 (Latin America) is no country.
  return region && /^[A-Z]/.test(region) ? `${language}_${region}` : language;
}

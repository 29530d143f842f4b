/**
 * Returns the language in which a GIF search reads the query, with its region if the locale names one: `pt_BR` for
 * `pt-BR`. The documentation does not name the format; Tenor reads this one (inferred).
 */
export function gifLocale(locale: string): string {
  // Language, script, region. A region such as 419 (Latin America) is no country.
  const [, language = locale, region] = /^([a-z]+)(?:-[a-z]{4})?(?:-([a-z]{2}))?(?=-|$)/i.exec(locale) ?? [];
  return region === undefined ? language : `${language}_${region.toUpperCase()}`;
}

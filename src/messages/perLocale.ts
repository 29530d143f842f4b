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

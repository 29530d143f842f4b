/**
 * Returns a function that creates a value once for each locale, such as an `Intl` object: these are slow to create, and
 * a page would create hundreds of them.
 */
export function perLocale<T>(create: (locale: string) => T): (locale: string) => T {
  const created = new Map<string, T>();
  return (locale) => {
    const value = created.get(locale) ?? create(locale);
    created.set(locale, value);
    return value;
  };
}

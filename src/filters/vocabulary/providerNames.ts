import { watchProviders } from './watchProviders.js';

/**
 * Returns names, by id, that distinguish watch providers with equal `title` fields. A server may send equal titles for
 * the services of different countries. Providers with a unique title, and providers outside the default vocabulary, get
 * no name.
 */
export function providerNames(providers: readonly { id: string; title: string }[]): ReadonlyMap<string, string> {
  const idsByTitle = new Map<string, Set<string>>();
  for (const { id, title } of providers) {
    const ids = idsByTitle.get(title);
    if (ids) ids.add(id);
    else idsByTitle.set(title, new Set([id]));
  }
  const names = new Map<string, string>();
  for (const { id, title } of providers) {
    const known = watchProviders.find((provider) => provider.id === id);
    if (known && (idsByTitle.get(title)?.size ?? 0) > 1) names.set(id, known.name);
  }
  return names;
}

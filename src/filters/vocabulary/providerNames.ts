import { watchProviders } from './watchProviders.js';

/**
 * Names by id for watch providers that share their title with another of a list, where the default vocabulary knows
 * them: a server may give the service of one country the name of that of the others.
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

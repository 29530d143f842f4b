/** Streaming service in the default vocabulary. */
export interface WatchProvider {
  /** TMDB provider id, as in API requests. */
  readonly id: string;
  /**
   * Brand name, unique and the same in each language. The name of a separate service for one country ends with the
   * country code. If a brand has a subscription and also sells single titles, the name of its shop ends with "Store".
   */
  readonly name: string;
  /** Brand color behind the monogram. */
  readonly color: string;
  /** Regions where the service is available. Absent means everywhere; `!US` means everywhere except in the US. */
  readonly regions?: readonly string[];
}

const US = ['US'];

/**
 * The best-known services by TMDB provider id. Ids and regions were not checked against TMDB; an app that needs an
 * exact list passes a custom vocabulary.
 */
export const watchProviders: readonly WatchProvider[] = [
  { id: '8', name: 'Netflix', color: '#b20710' },
  { id: '9', name: 'Prime Video (US)', color: '#0b6cb0', regions: US },
  { id: '119', name: 'Prime Video', color: '#0b6cb0', regions: ['!US'] },
  { id: '337', name: 'Disney+', color: '#113ccf' },
  { id: '350', name: 'Apple TV', color: '#2b2b2e' },
  { id: '1899', name: 'HBO Max', color: '#1f2bd1' },
  { id: '531', name: 'Paramount+', color: '#0a4fd6' },
  { id: '15', name: 'Hulu', color: '#0c7a4d', regions: US },
  { id: '386', name: 'Peacock', color: '#3a3a40', regions: US },
  { id: '283', name: 'Crunchyroll', color: '#b8500b' },
  { id: '37', name: 'Showtime', color: '#a10d0d', regions: US },
  { id: '43', name: 'Starz', color: '#1c1c20', regions: ['US', 'CA'] },
  { id: '2', name: 'Apple TV Store', color: '#4a4a50' },
  { id: '10', name: 'Amazon Video Store', color: '#33475b' },
  { id: '11', name: 'MUBI', color: '#0d3b66' },
  { id: '73', name: 'Tubi', color: '#6a1fb0', regions: ['US', 'CA', 'AU', 'MX', 'GB'] },
  { id: '300', name: 'Pluto TV', color: '#5b4b00' },
  { id: '188', name: 'YouTube Premium', color: '#a80000' },
];

/** Whether a service is available in a region. */
export function isOfferedIn(provider: WatchProvider, region: string): boolean {
  const { regions } = provider;
  if (!regions) return true;
  return regions[0]?.startsWith('!') ? !regions.includes(`!${region}`) : regions.includes(region);
}

/** Returns the brand color of a service, or `undefined` if the default vocabulary does not have it. */
export function brandColorOf(providerId: string): string | undefined {
  return watchProviders.find(({ id }) => id === providerId)?.color;
}

/**
 * Returns names, by id, that distinguish watch providers with equal `title` fields. A server may send equal titles for
 * the services of different countries. Providers with a unique title, and providers outside the default vocabulary, get
 * no name.
 */
export function providerNames(providers: readonly { id: string; title: string }[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, title } of providers) {
    const known = watchProviders.find((provider) => provider.id === id);
    const isNamesake = (other: { id: string; title: string }) => other.title === title && other.id !== id;
    if (known && providers.some(isNamesake)) names.set(id, known.name);
  }
  return names;
}

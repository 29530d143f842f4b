import { regionCodes } from '../../filters/vocabulary/defaultVocabulary.js';
import { isOfferedIn, watchProviders } from '../../filters/vocabulary/watchProviders.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { hash32, mix32 } from '../random.js';

/** Region with its watch providers. */
interface OfferRegion {
  /** Seed for the sample data of the region. */
  readonly salt: number;
  /** Bit mask of the watch providers that exist in the region. */
  readonly providers: number;
}

const providerBits: ReadonlyMap<string, number> = new Map(watchProviders.map(({ id }, bit) => [id, 1 << bit]));

/** The 249 ISO regions by code. */
export const offerRegions: ReadonlyMap<string, OfferRegion> = new Map(
  regionCodes.map((code) => {
    const offered = watchProviders.filter((provider) => isOfferedIn(provider, code));
    return [code, { salt: hash32(`region ${code}`), providers: providerMask(offered.map(({ id }) => id)) }];
  }),
);

/** Returns the bit mask of watch providers. An unknown id has no bit, so it matches nothing. */
export function providerMask(ids: readonly string[]): number {
  return ids.reduce((mask, id) => mask | (providerBits.get(id) ?? 0), 0);
}

/**
 * Returns the bit mask of the watch providers that have a title in at least one region. On average, a title is
 * available from three of eight watch providers. Like the result of {@link carriedIn}, this is sample data derived from
 * ids. It does not say where a title can really be watched.
 */
export function carriedAnywhere(key: number): number {
  return mix32(key ^ 0x51ab3c01) & (mix32(key ^ 0x1c69b3f7) | mix32(key ^ 0x2f8d1e55));
}

/** Returns the bit mask of the watch providers that have a title in a region. One in eight titles has none. */
export function carriedIn(key: number, carried: number, region: OfferRegion): number {
  const draw = mix32(key ^ region.salt);
  if ((draw & 7) === 0) return 0;
  return carried & region.providers & (mix32(draw ^ 0x3ad8025f) | mix32(draw ^ 0x76e15d3e));
}

/**
 * Returns the ids of the watch providers that have a title in a region. This is sample data that is the same in each
 * run. It does not say where a title can really be watched.
 */
export function sampleWatchProviders(title: Pick<CatalogTitle, 'id' | 'mediaType'>, region: string): readonly string[] {
  const offers = offerRegions.get(region);
  if (!offers) return [];
  const key = titleKey(title);
  const carried = carriedIn(key, carriedAnywhere(key), offers);
  return watchProviders.filter(({ id }) => (providerMask([id]) & carried) !== 0).map(({ id }) => id);
}

/** Returns a unique number for a title. The id alone is not unique, because a film and a series can share it. */
export function titleKey(title: Pick<CatalogTitle, 'id' | 'mediaType'>): number {
  return title.id * 2 + Number(title.mediaType === 'tv');
}

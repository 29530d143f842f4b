import { regionCodes } from '../../filters/vocabulary/regions.js';
import { isOfferedIn, watchProviders } from '../../filters/vocabulary/watchProviders.js';
import type { CatalogueTitle } from '../catalogue/catalogueTitle.js';
import { hash32, mix32 } from '../random.js';
import { titleKey } from './titleKey.js';

/** A region as availability sees it. */
export interface OfferRegion {
  /** Tells regions apart when availability is drawn. */
  readonly salt: number;
  /** Bits of the watch providers that exist there. */
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

/** The bits of these watch providers; an unknown id has no bit, and so matches nothing. */
export function providerMask(ids: readonly string[]): number {
  return ids.reduce((mask, id) => mask | (providerBits.get(id) ?? 0), 0);
}

/**
 * Bits of the watch providers that carry a title in some region: three of eight on average. Like
 * {@link carriedIn}, this is sample data: it follows from the numbers of title and region alone and says nothing
 * about where a title can be watched in truth.
 */
export function carriedAnywhere(key: number): number {
  return mix32(key ^ 0x51ab3c01) & (mix32(key ^ 0x1c69b3f7) | mix32(key ^ 0x2f8d1e55));
}

/** Bits of the watch providers that carry a title in one region. An eighth of all titles is not licensed there at all. */
export function carriedIn(key: number, carried: number, region: OfferRegion): number {
  const draw = mix32(key ^ region.salt);
  if ((draw & 7) === 0) return 0;
  return carried & region.providers & (mix32(draw ^ 0x3ad8025f) | mix32(draw ^ 0x76e15d3e));
}

/**
 * Tells which watch providers carry a title in a region, by their ids. This is sample data, the same in each run; where
 * a title can be watched in truth is another matter.
 */
export function sampleWatchProviders(
  title: Pick<CatalogueTitle, 'id' | 'mediaType'>,
  region: string,
): readonly string[] {
  const place = offerRegions.get(region);
  if (!place) return [];
  const key = titleKey(title);
  const carried = carriedIn(key, carriedAnywhere(key), place);
  return watchProviders.filter(({ id }) => (providerMask([id]) & carried) !== 0).map(({ id }) => id);
}

import type { FilterKind } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { regionCodes } from '../../filters/vocabulary/regions.js';
import { carriedAnywhere, carriedIn, offerRegions, providerMask } from '../titles/availability.js';
import { dateNumber, genreMask, type TitleIndex } from '../titles/titleIndex.js';

/** Tells of the title at a position whether it passes. */
export type TitlePredicate = (position: number) => boolean;

/** Makes the test for the filters of one kind; `undefined` where they are not set. */
type MakeCondition = (index: TitleIndex, filters: FilterSpec) => TitlePredicate | undefined;

/** How each kind of filter is tested, in the order of its cost. */
const conditionMakers: Readonly<Record<FilterKind, MakeCondition>> = {
  mediaType: ({ series }, { media_type: type }) => {
    const wanted = Number(type === 'tv');
    return type && ((position) => series[position] === wanted);
  },
  genres: ({ genres }, { genres: ids }) => {
    if (!ids?.length) return undefined;
    const wanted = genreMask(ids);
    return (position) => (genres[position]! & wanted) !== 0;
  },
  runtime: ({ runtimes }, { with_runtime_gte: lower, with_runtime_lte: upper }) => isBetween(runtimes, lower, upper),
  releaseDate: ({ releaseDates }, { with_release_date_gte: lower, with_release_date_lte: upper }) =>
    isBetween(releaseDates, lower ? dateNumber(lower) : undefined, upper ? dateNumber(upper) : undefined),
  keywords: ({ titles }, { keywords }) => {
    if (!keywords?.length) return undefined;
    const wanted = new Set(keywords);
    return (position) => titles[position]!.keywords.some((keyword) => wanted.has(keyword));
  },
  regions: (index, filters) => (filters.region?.length ? isAvailable(index, filters) : undefined),
  // With regions, one test covers both.
  watchProviders: (index, filters) =>
    filters.with_watch_providers?.length && !filters.region?.length ? isAvailable(index, filters) : undefined,
};

/** Makes the test a title must pass: inside a list any value may match, between fields all must. */
export function titleFilter(index: TitleIndex, filters: FilterSpec): TitlePredicate {
  const conditions = Object.values(conditionMakers)
    .map((make) => make(index, filters))
    .filter((condition) => condition !== undefined);
  return (position) => {
    for (const condition of conditions) if (!condition(position)) return false;
    return true;
  };
}

function isBetween(column: Int32Array, lower = -Infinity, upper = Infinity): TitlePredicate | undefined {
  if (lower === -Infinity && upper === Infinity) return undefined;
  return (position) => column[position]! >= lower && column[position]! <= upper;
}

/**
 * Regions alone ask for a title that any provider carries in any of them; providers alone, for one that any of them
 * carries in any region; both, for one that any of the providers carries in any of the regions (inferred).
 */
function isAvailable({ keys }: TitleIndex, filters: FilterSpec): TitlePredicate {
  const wanted = filters.with_watch_providers?.length ? providerMask(filters.with_watch_providers) : ~0;
  const codes = filters.region?.length ? filters.region : regionCodes;
  const regions = codes.flatMap((code) => offerRegions.get(code) ?? []).filter(({ providers }) => providers & wanted);
  return (position) => {
    const key = keys[position]!;
    const carried = carriedAnywhere(key) & wanted;
    if (carried === 0) return false;
    for (const region of regions) if (carriedIn(key, carried, region) !== 0) return true;
    return false;
  };
}

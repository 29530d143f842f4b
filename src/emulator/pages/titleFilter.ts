import type { FilterKind } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { regionCodes } from '../../filters/vocabulary/defaultVocabulary.js';
import { carriedAnywhere, carriedIn, offerRegions, providerMask } from '../titles/availability.js';
import { dateNumber, genreMask, type TitleIndex } from '../titles/titleIndex.js';

/** Whether the title at a position matches. */
export type TitlePredicate = (position: number) => boolean;

/** Returns the predicate for the filters of one kind, or `undefined` if none is set. */
type MakeCondition = (index: TitleIndex, filters: FilterSpec) => TitlePredicate | undefined;

/** Predicates of the filter kinds, cheapest first. */
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
  // If regions are set, their predicate covers the watch providers too.
  watchProviders: (index, filters) =>
    filters.with_watch_providers?.length && !filters.region?.length ? isAvailable(index, filters) : undefined,
};

/** Returns the predicate for filters. A title must match every field; for a list, one of its values is enough. */
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
 * Returns the predicate for regions and watch providers (inferred). A title matches if at least one watch provider has
 * it in at least one region. If regions are set, only these regions count; if providers are set, only these providers.
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

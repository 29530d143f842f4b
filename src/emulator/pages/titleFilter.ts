import type { FilterSpec } from '../../filters/filterSpec.js';
import { regionCodes } from '../../filters/vocabulary/regions.js';
import { carriedAnywhere, carriedIn, offerRegions, providerMask } from '../titles/availability.js';
import { dateNumber, genreMask, type TitleIndex } from '../titles/titleIndex.js';

/** Tells of the title at a position whether it passes. */
export type TitlePredicate = (position: number) => boolean;

/**
 * Makes the test a title must pass: inside a list any value may match, between fields all must. The conditions stand
 * in order of their cost.
 */
export function titleFilter(index: TitleIndex, filters: FilterSpec): TitlePredicate {
  const { series, runtimes, releaseDates, genres, titles } = index;
  const conditions: TitlePredicate[] = [];
  if (filters.media_type) {
    const wanted = Number(filters.media_type === 'tv');
    conditions.push((position) => series[position] === wanted);
  }
  if (filters.genres?.length) {
    const wanted = genreMask(filters.genres);
    conditions.push((position) => (genres[position]! & wanted) !== 0);
  }
  addRange(conditions, runtimes, filters.with_runtime_gte, filters.with_runtime_lte);
  addRange(
    conditions,
    releaseDates,
    filters.with_release_date_gte && dateNumber(filters.with_release_date_gte),
    filters.with_release_date_lte && dateNumber(filters.with_release_date_lte),
  );
  if (filters.keywords?.length) {
    const wanted = new Set(filters.keywords);
    conditions.push((position) => titles[position]!.keywords.some((keyword) => wanted.has(keyword)));
  }
  if (filters.region?.length || filters.with_watch_providers?.length)
    conditions.push(availabilityFilter(index, filters));
  return (position) => {
    for (const condition of conditions) if (!condition(position)) return false;
    return true;
  };
}

function addRange(
  conditions: TitlePredicate[],
  column: Int32Array,
  lower: number | '' | undefined,
  upper: number | '' | undefined,
): void {
  if (typeof lower === 'number') conditions.push((position) => column[position]! >= lower);
  if (typeof upper === 'number') conditions.push((position) => column[position]! <= upper);
}

/**
 * Regions alone ask for a title that any provider carries in any of them; providers alone, for one that any of them
 * carries in any region; both, for one that any of the providers carries in any of the regions (inferred).
 */
function availabilityFilter({ keys }: TitleIndex, filters: FilterSpec): TitlePredicate {
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

import type { FilterSpec } from '../../filters/filterSpec.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { titleFilter } from './titleFilter.js';
import type { TitleIndex } from '../titles/titleIndex.js';
import { titleOrder, type Snapshot } from './titleOrder.js';

/** Returns the positions of the titles that match the filters and are not disliked, in the order of the catalog. */
export function matchingPositions(
  { keys }: TitleIndex,
  passes: (position: number) => boolean,
  { taste }: Snapshot,
): Int32Array {
  const disliked = taste?.disliked.size ? taste.disliked : undefined;
  const found = new Int32Array(keys.length);
  let count = 0;
  for (let position = 0; position < keys.length; position += 1) {
    if (passes(position) && !disliked?.has(keys[position]!)) found[count++] = position;
  }
  return found.slice(0, count);
}

/** Returns the positions that match and have the highest scores, best first. */
export function bestPositions(
  positions: Int32Array,
  passes: (position: number) => boolean,
  scoreOf: (position: number) => number,
  limit: number,
): readonly number[] {
  const best: { position: number; score: number }[] = [];
  for (const position of positions) {
    if (!passes(position)) continue;
    const score = scoreOf(position);
    if (best.length === limit && score <= best[limit - 1]!.score) continue;
    const rank = best.findIndex((other) => score > other.score);
    best.splice(rank < 0 ? best.length : rank, 0, { position, score });
    if (best.length > limit) best.pop();
  }
  return best.map(({ position }) => position);
}

/** Returns the first titles that match the filters, in the order of the snapshot. */
export function selectTitles(
  index: TitleIndex,
  filters: FilterSpec,
  snapshot: Snapshot,
  limit: number,
): readonly CatalogTitle[] {
  const positions = matchingPositions(index, titleFilter(index, filters), snapshot);
  const best = bestPositions(positions, () => true, titleOrder(index, snapshot), limit);
  return best.map((position) => index.titles[position]!);
}

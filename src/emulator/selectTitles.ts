import type { FilterSpec } from '../filters/filterSpec.js';
import type { CatalogueTitle } from './catalogue/catalogueTitle.js';
import { titleFilter } from './titleFilter.js';
import type { TitleIndex } from './titleIndex.js';
import { titleOrder, type Snapshot } from './titleOrder.js';

/** Picks the titles that pass the filters and stand first in the snapshot's order, best first. */
export function selectTitles(
  index: TitleIndex,
  filters: FilterSpec,
  snapshot: Snapshot,
  limit: number,
): readonly CatalogueTitle[] {
  const isWanted = titleFilter(index, filters);
  const scoreOf = titleOrder(index, snapshot);
  const best: { position: number; score: number }[] = [];
  for (let position = 0; position < index.titles.length; position += 1) {
    if (!isWanted(position)) continue;
    const score = scoreOf(position);
    if (best.length === limit && score <= best[limit - 1]!.score) continue;
    const rank = best.findIndex((other) => score > other.score);
    best.splice(rank < 0 ? best.length : rank, 0, { position, score });
    if (best.length > limit) best.pop();
  }
  return best.map(({ position }) => index.titles[position]!);
}

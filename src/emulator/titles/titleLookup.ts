import type { EmulatorState } from '../types.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { mediaIdOf } from './mediaItem.js';
import { Problem } from '../http/problem.js';
import type { TitleIndex } from './titleIndex.js';

const lookups = new WeakMap<TitleIndex, ReadonlyMap<string, CatalogTitle>>();

/**
 * Returns the title that has the given media id.
 *
 * @throws {Problem} NOT_FOUND when the id is unknown.
 */
export function findTitle(state: EmulatorState, mediaId: string): CatalogTitle {
  const title = lookupOf(state.titles()).get(mediaId);
  if (!title) throw new Problem('NOT_FOUND', 'No title has this id.');
  return title;
}

/** Returns the titles by media id. The map is built at the first call, because many emulators never look up a title. */
function lookupOf(index: TitleIndex): ReadonlyMap<string, CatalogTitle> {
  const lookup = lookups.get(index) ?? new Map(index.titles.map((title) => [mediaIdOf(title), title]));
  lookups.set(index, lookup);
  return lookup;
}

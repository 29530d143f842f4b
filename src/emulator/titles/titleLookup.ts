import type { EmulatorState } from '../types.js';
import type { CatalogueTitle } from '../catalogue/catalogueTitle.js';
import { mediaIdOf } from './mediaItem.js';
import { Problem } from '../http/problem.js';
import type { TitleIndex } from './titleIndex.js';

const lookups = new WeakMap<TitleIndex, ReadonlyMap<string, CatalogueTitle>>();

/** Finds a title of the catalogue; an unknown id is a 404. */
export function findTitle(state: EmulatorState, mediaId: string): CatalogueTitle {
  const title = lookupOf(state.titles()).get(mediaId);
  if (!title) throw new Problem('NOT_FOUND', 'No title has this id.');
  return title;
}

/** By media id; laid out at its first use, since many an emulator never asks for a single title. */
function lookupOf(index: TitleIndex): ReadonlyMap<string, CatalogueTitle> {
  const lookup = lookups.get(index) ?? new Map(index.titles.map((title) => [mediaIdOf(title), title]));
  lookups.set(index, lookup);
  return lookup;
}

import { defaultVocabulary } from '../filters/vocabulary/defaultVocabulary.js';
import {
  searchOptions,
  type DefaultVocabularyOptions,
  type FilterVocabulary,
  type Option,
} from '../filters/vocabulary/vocabulary.js';
import { abortReason } from './http/abort.js';
import { catalogKeywords } from './catalog/keywords.js';

const keywordOptions: readonly Option[] = catalogKeywords.map(({ id, name }) => ({ id: String(id), label: name }));

/** Keywords of many titles of the catalog. */
const POPULAR = ['based on true story', 'superhero', 'time travel', 'heist', 'space travel', 'serial killer'];

const keywordSearch: Pick<FilterVocabulary, 'popularKeywords' | 'searchKeywords' | 'resolve'> = {
  popularKeywords: () => keywordOptions.filter(({ label }) => POPULAR.includes(label)),
  searchKeywords: (query, { signal }) => later(() => searchOptions(keywordOptions, query), signal),
  resolve: (kind, ids, { signal }) =>
    later(() => (kind === 'keywords' ? keywordOptions.filter(({ id }) => ids.includes(id)) : []), signal),
};

/** Creates the default vocabulary with a keyword search over the catalog of the emulator. */
export function emulatorVocabulary(options: DefaultVocabularyOptions = {}): FilterVocabulary {
  return { ...defaultVocabulary(options), ...keywordSearch };
}

// Asynchronous like a server, so that apps show their loading state with the emulator too.
async function later<T>(result: () => T, signal: AbortSignal): Promise<T> {
  await Promise.resolve();
  if (signal.aborted) throw abortReason(signal);
  return result();
}

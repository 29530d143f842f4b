import { defaultVocabulary, type DefaultVocabularyOptions } from '../filters/vocabulary/defaultVocabulary.js';
import { searchOptions } from '../filters/vocabulary/searchOptions.js';
import type { FilterVocabulary, Option } from '../filters/vocabulary/vocabulary.js';
import { abortReason } from './http/abort.js';
import { catalogueKeywords } from './catalogue/keywords.js';

const keywordOptions: readonly Option[] = catalogueKeywords.map(({ id, name }) => ({ id: String(id), label: name }));

/** Makes the default vocabulary with a keyword search over the keywords of the emulator's catalogue. */
export function emulatorVocabulary(options: DefaultVocabularyOptions = {}): FilterVocabulary {
  return {
    ...defaultVocabulary(options),
    searchKeywords: (query, { signal }) => later(() => searchOptions(keywordOptions, query), signal),
    resolve: (kind, ids, { signal }) =>
      later(() => (kind === 'keywords' ? keywordOptions.filter(({ id }) => ids.includes(id)) : []), signal),
  };
}

// Later, as from a server, so that an app's loading state is met here too.
async function later<T>(answer: () => T, signal: AbortSignal): Promise<T> {
  await Promise.resolve();
  if (signal.aborted) throw abortReason(signal);
  return answer();
}

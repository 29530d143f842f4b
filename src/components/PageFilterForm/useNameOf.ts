'use client';

import { filterFields } from '../../filters/filterFields.js';
import type { VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { useLabelOf } from '../../react/filters/useVocabulary.js';
import type { PageFilterFormController } from './types.js';

/** Returns a function that names a chosen id, even if the current list lacks it. Without a name, it returns the id. */
export function useNameOf(
  { vocabulary, knownOptions }: PageFilterFormController,
  kind: VocabularyKind,
  chosen: readonly string[],
): (id: string) => string {
  const labelOf = useLabelOf(vocabulary, { [filterFields[kind].keys[0]]: chosen }, knownOptions);
  return (id) => labelOf(kind, id) ?? id;
}

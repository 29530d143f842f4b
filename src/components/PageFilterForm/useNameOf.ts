'use client';

import { filterFields } from '../../filters/filterFields.js';
import type { VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { useLabelOf } from '../../react/filters/useLabelOf.js';
import type { PageFilterFormController } from './types.js';

/** Returns a function that names chosen ids which the current list does not contain. An unknown id is its own name. */
export function useNameOf(
  { vocabulary, optionsMet }: PageFilterFormController,
  kind: VocabularyKind,
  chosen: readonly string[],
): (id: string) => string {
  const labelOf = useLabelOf(vocabulary, { [filterFields[kind].keys[0]]: chosen }, optionsMet);
  return (id) => labelOf(kind, id) ?? id;
}

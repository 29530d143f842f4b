'use client';

import type { VocabularyKind } from '../../filters/vocabulary/vocabulary.js';
import { useLabelOf } from '../../react/filters/useLabelOf.js';
import type { PageFilterFormController } from './types.js';

const SPEC_FIELDS = {
  genres: 'genres',
  keywords: 'keywords',
  regions: 'region',
  watchProviders: 'with_watch_providers',
} as const;

/** Names chosen ids that the present list does not have; one that nobody knows is shown as it is. */
export function useNameOf(
  { vocabulary, optionsMet }: PageFilterFormController,
  kind: VocabularyKind,
  chosen: readonly string[],
): (id: string) => string {
  const labelOf = useLabelOf(vocabulary, { [SPEC_FIELDS[kind]]: chosen }, optionsMet);
  return (id) => labelOf(kind, id) ?? id;
}

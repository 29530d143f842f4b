'use client';

import { builtInLabels } from '../../filters/vocabulary/defaultVocabulary.js';
import { useLabelOf, useVocabulary, type KnownOptions } from '../../react/filters/useVocabulary.js';
import { joinNames } from './joinNames.js';

const NO_KNOWN_OPTIONS: KnownOptions = new Map();

/**
 * Returns a function that lists the names of genres in the locale's format. It returns `undefined` when no name is
 * known.
 *
 * @param all ids of all genres that the returned function will be asked for, so that a vocabulary can look up their
 * names in one call.
 * @param caller name of the component, for the error message.
 */
export function useGenreNames(
  all: readonly number[],
  locale: string,
  caller: string,
): (genres: readonly number[]) => string | undefined {
  const vocabulary = useVocabulary(caller);
  const builtIn = builtInLabels(vocabulary);
  const inLists = useLabelOf(vocabulary, { genres: builtIn ? [] : [...all] }, NO_KNOWN_OPTIONS);
  const labelOf = builtIn ?? inLists;
  return (genres) => {
    const names = genres.map((id) => labelOf('genres', String(id))).filter((name) => name !== undefined);
    return names.length > 0 ? joinNames(names, locale) : undefined;
  };
}

'use client';

import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { mergeMessages } from '../../messages/mergeMessages.js';
import { useDiscovrContext, type Language } from '../provider/context.js';

/** One for each language, so that all parts share its lists. */
const defaults = new WeakMap<Language, FilterVocabulary>();

/**
 * The provider's vocabulary, or the default one in its language.
 *
 * @param caller name of the hook or component, for the error where there is no provider.
 */
export function useVocabulary(caller: string): FilterVocabulary {
  const { vocabulary, language } = useDiscovrContext(caller);
  return vocabulary ?? defaults.get(language) ?? makeDefault(language);
}

function makeDefault(language: Language): FilterVocabulary {
  const { locale, messages } = language;
  const made = defaultVocabulary({ locale, messages: mergeMessages(vocabularyEnglish, messages) });
  defaults.set(language, made);
  return made;
}

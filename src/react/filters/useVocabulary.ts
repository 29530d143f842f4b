'use client';

import { defaultVocabulary, vocabularyIn } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { mergeMessages } from '../../messages/mergeMessages.js';
import { perObject } from '../../messages/perObject.js';
import { useDiscovrContext, type Language } from '../provider/context.js';
import { useEqual } from '../useEqual.js';

const DEFAULT = defaultVocabulary();

/** Vocabularies in each language, shared by all components, so that they share the lists of a vocabulary. */
const vocabulariesIn = perObject(({ locale, messages }: Language) => {
  const language = { locale, messages: mergeMessages(vocabularyEnglish, messages) };
  return perObject((vocabulary: FilterVocabulary) => vocabularyIn(vocabulary, language));
});

/**
 * Returns the provider's vocabulary or the default one, with its built-in lists in the provider's language.
 *
 * @param caller name of the hook or component, for the error message.
 * @param custom vocabulary of the component, in place of the provider's.
 */
export function useVocabulary(caller: string, custom?: FilterVocabulary): FilterVocabulary {
  const { vocabulary, language } = useDiscovrContext(caller);
  return vocabulariesIn(language)(useEqual(custom) ?? vocabulary ?? DEFAULT);
}

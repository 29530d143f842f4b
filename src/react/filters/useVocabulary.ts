'use client';

import { perObject } from '../../client/perObject.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import { mergeMessages } from '../../messages/mergeMessages.js';
import { useDiscovrContext, type Language } from '../provider/context.js';

/** The default vocabulary of each language, shared by all components, so that they share its lists. */
const defaultVocabularyIn = perObject(({ locale, messages }: Language) =>
  defaultVocabulary({ locale, messages: mergeMessages(vocabularyEnglish, messages) }),
);

/**
 * Returns the provider's vocabulary, or the default one in the provider's language.
 *
 * @param caller name of the hook or component, for the error message.
 */
export function useVocabulary(caller: string): FilterVocabulary {
  const { vocabulary, language } = useDiscovrContext(caller);
  return vocabulary ?? defaultVocabularyIn(language);
}

import { filtersEnglish } from '../messages/english/filters.js';
import { vocabularyEnglish } from '../messages/english/vocabulary.js';
import type { Messages } from '../messages/messages.js';
import { defaultLabels } from './vocabulary/defaultVocabulary.js';
import type { LabelOf } from './vocabulary/vocabulary.js';

/** The words of filters, and of what the built-in vocabulary names. */
type FilterWords = Pick<Messages, keyof typeof english>;

const english = { ...vocabularyEnglish, ...filtersEnglish };

/** Options of the functions that put filters into words. */
export interface FilterWordingOptions {
  /**
   * BCP 47 tag for lists, numbers and dates.
   * @default 'en'
   */
  locale?: string;
  /**
   * Words to use.
   * @default the English pack
   */
  messages?: FilterWords;
  /**
   * Names the chosen ids; an id it does not know is shown as it is.
   * @default the names of the default vocabulary
   */
  labelOf?: LabelOf;
}

/** Fills in the defaults of {@link FilterWordingOptions}. */
export function withWordingDefaults({
  locale = 'en',
  messages = english,
  labelOf,
}: FilterWordingOptions): Required<FilterWordingOptions> {
  return { locale, messages, labelOf: labelOf ?? defaultLabels({ locale, messages }) };
}

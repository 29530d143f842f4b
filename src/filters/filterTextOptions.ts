import { filtersEnglish } from '../messages/english/filters.js';
import { vocabularyEnglish } from '../messages/english/vocabulary.js';
import type { Messages } from '../messages/messages.js';
import { usableLocale } from '../messages/usableLocale.js';
import { defaultLabels } from './vocabulary/defaultVocabulary.js';
import type { LabelOf } from './vocabulary/vocabulary.js';

/** Messages for filters and for the names in the built-in vocabulary. */
type FilterMessages = Pick<Messages, keyof typeof english>;

const english = { ...vocabularyEnglish, ...filtersEnglish };

/** Options of the functions that return text for filters. */
export interface FilterTextOptions {
  /**
   * BCP 47 tag used to format lists, numbers and dates.
   * @default 'en'
   */
  locale?: string;
  /**
   * Messages for filters and names.
   * @default the English pack
   */
  messages?: FilterMessages;
  /**
   * Returns the label of a chosen id. An id without a label is shown unchanged.
   * @default the labels of the default vocabulary
   */
  labelOf?: LabelOf;
}

/** Fills in the defaults of {@link FilterTextOptions}. */
export function withTextDefaults({
  messages = english,
  labelOf,
  ...options
}: FilterTextOptions): Required<FilterTextOptions> {
  const locale = usableLocale(options.locale);
  return { locale, messages, labelOf: labelOf ?? defaultLabels({ locale, messages }) };
}

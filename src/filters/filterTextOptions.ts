import { filtersEnglish } from '../messages/english/filters.js';
import { vocabularyEnglish } from '../messages/english/vocabulary.js';
import { mergeMessages } from '../messages/mergeMessages.js';
import type { Messages } from '../messages/messages.js';
import { perObject } from '../messages/perObject.js';
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

/** Messages of an app, with English texts in place of those that are missing or no texts. */
const completed = perObject((messages: FilterMessages): FilterMessages => mergeMessages(english, messages));

/** Fills in the defaults of {@link FilterTextOptions}. */
export function withTextDefaults({ labelOf, ...options }: FilterTextOptions): Required<FilterTextOptions> {
  const locale = usableLocale(options.locale);
  const messages = options.messages ? completed(options.messages) : english;
  return { locale, messages, labelOf: labelOf ?? defaultLabels({ locale, messages }) };
}

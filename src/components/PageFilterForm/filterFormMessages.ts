import { errorsEnglish, statesEnglish } from '../../messages/english/states.js';
import { fieldErrorsEnglish, filterFormEnglish, filtersEnglish } from '../../messages/english/filters.js';
import { vocabularyEnglish } from '../../messages/english/vocabulary.js';
import type { Messages } from '../../messages/messages.js';

/** English messages of the filter form and of everything it shows. */
export const filterFormMessages = {
  ...vocabularyEnglish,
  ...filtersEnglish,
  ...filterFormEnglish,
  ...fieldErrorsEnglish,
  ...statesEnglish,
  ...errorsEnglish,
};

/** Messages of the filter form and of everything it shows. */
export type FilterFormMessages = Pick<Messages, keyof typeof filterFormMessages>;

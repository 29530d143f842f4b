import { emptyPageEnglish, navigationEnglish, pageEnglish } from './english/page.js';
import { statesEnglish } from './english/states.js';
import { fieldErrorsEnglish, filterDialogEnglish, filterFormEnglish, filtersEnglish } from './english/filters.js';
import { profilesEnglish } from './english/profiles.js';
import { promptEnglish } from './english/prompt.js';
import { allErrorsEnglish, signInEnglish } from './english/signIn.js';
import { titleSheetEnglish } from './english/titleSheet.js';
import { vocabularyEnglish } from './english/vocabulary.js';

/**
 * English messages, from which the type {@link Messages} is derived. Placeholders are in braces. The messages are split
 * into files, so that a drop-in bundles only the messages it uses.
 */
export const en = {
  ...vocabularyEnglish,
  ...filtersEnglish,
  ...filterFormEnglish,
  ...filterDialogEnglish,
  ...fieldErrorsEnglish,
  ...promptEnglish,
  ...signInEnglish,
  ...profilesEnglish,
  ...pageEnglish,
  ...emptyPageEnglish,
  ...titleSheetEnglish,
  ...navigationEnglish,
  ...statesEnglish,
  ...allErrorsEnglish,
};

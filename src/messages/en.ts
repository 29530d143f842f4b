import { emptyPageEnglish } from './english/emptyPage.js';
import { errorsEnglish } from './english/errors.js';
import { fieldErrorsEnglish, filterFormEnglish, filtersEnglish } from './english/filters.js';
import { filterDialogEnglish } from './english/filterDialog.js';
import { navigationEnglish } from './english/navigation.js';
import { pageEnglish } from './english/page.js';
import { profilesEnglish } from './english/profiles.js';
import { signInEnglish } from './english/signIn.js';
import { statesEnglish } from './english/states.js';
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
  ...signInEnglish,
  ...profilesEnglish,
  ...pageEnglish,
  ...emptyPageEnglish,
  ...titleSheetEnglish,
  ...navigationEnglish,
  ...statesEnglish,
  ...errorsEnglish,
};

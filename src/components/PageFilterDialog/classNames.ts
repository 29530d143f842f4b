import type { PageFilterFormClassNames } from '../../ui/classNames.js';

/** Own class names of a filter form as a dialog: those of the form, and of what is around it. */
export interface PageFilterDialogClassNames extends PageFilterFormClassNames {
  /** The button that opens it. */
  openButton?: string;
  /** The number of active filters on that button. */
  openCount?: string;
  /** The `<dialog>`. */
  dialog?: string;
  /** Title and button at its head. */
  dialogHead?: string;
  /** The button that closes it. */
  closeButton?: string;
}

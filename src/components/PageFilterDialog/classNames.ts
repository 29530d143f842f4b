import type { PageFilterFormClassNames } from '../../ui/classNames.js';

/** Custom class names by slot: the slots of the form, and those of the elements around it. */
export interface PageFilterDialogClassNames extends PageFilterFormClassNames {
  /** The button that opens the dialog. */
  openButton?: string;
  /** The number of active filters, shown on that button. */
  openCount?: string;
  /** The `<dialog>`. */
  dialog?: string;
  /** The head of the dialog: title and close button. */
  dialogHead?: string;
  /** The button that closes the dialog. */
  closeButton?: string;
}

/** Opens a `<dialog>` above the page and makes the page inert. Does nothing when the dialog is open. */
export function openModal(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  // Apps may run tests in jsdom, which has no modal dialogs.
  if ('showModal' in dialog) dialog.showModal();
  else (dialog as HTMLElement).setAttribute('open', '');
}

/** Closes a `<dialog>`. Does nothing when it is closed. */
export function closeModal(dialog: HTMLDialogElement): void {
  if (!dialog.open) return;
  if ('close' in dialog) dialog.close();
  else (dialog as HTMLElement).removeAttribute('open');
}

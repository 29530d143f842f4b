/** Opens a `<dialog>` above everything else; what is around it can be reached no more. An open one stays as it is. */
export function openModal(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  // jsdom, where apps may test, has no modal dialogs.
  if ('showModal' in dialog) dialog.showModal();
  else (dialog as HTMLElement).setAttribute('open', '');
}

/** Closes a `<dialog>`; a closed one stays as it is. */
export function closeModal(dialog: HTMLDialogElement): void {
  if (!dialog.open) return;
  if ('close' in dialog) dialog.close();
  else (dialog as HTMLElement).removeAttribute('open');
}

/** Takes the focus from what a story has clicked, because browsers show no focus ring after the click of a user. */
export function leaveNoRing(): void {
  (document.activeElement as HTMLElement).blur();
}

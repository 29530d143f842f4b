/** Attribute of the element around the app while the user operates it with a remote control, not with a pointer. */
const IN_USE = 'data-remote-active';

/** Notes whether the user operates what is inside `root` with a remote control. */
export function noteRemoteUse(root: HTMLElement, isInUse: boolean): void {
  root.toggleAttribute(IN_USE, isInUse);
}

/** Whether the user operates an element with a remote control: the last input was one of its keys. */
export function isRemoteInUse(element: Element): boolean {
  return element.closest(`[${IN_USE}]`) !== null;
}

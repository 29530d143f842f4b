/** Controls for which the Enter key submits their form or does nothing. */
const OPTIONS = 'input[type="checkbox"], input[type="radio"]';

/** Elements that the browser activates with the Enter key. */
const NATIVE = 'a[href], button, summary, input';

/**
 * Activates a checkbox, radio button or `<select>`, which the Enter key does not activate. Returns whether the element is
 * one of these.
 */
export function pressOk(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches(OPTIONS)) {
    target.click();
    return true;
  }
  if (target instanceof HTMLSelectElement && 'showPicker' in target) {
    target.showPicker();
    return true;
  }
  return false;
}

/** Activates what the browser would activate for the Enter key, which scripts cannot press. */
export function pressEnter(target: EventTarget | null): void {
  if (!pressOk(target) && target instanceof HTMLElement && target.matches(NATIVE)) target.click();
}

/** Whether a focused element shows its focus. Before Chromium 86, as on televisions of 2022, each one does. */
export function showsFocus(element: Element): boolean {
  try {
    return element.matches(':focus-visible');
  } catch {
    return element.matches(':focus');
  }
}

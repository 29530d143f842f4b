/**
 * Returns an event handler that calls the app's handler and then that of the component, so that a handler which the
 * component needs does not replace the one that the app passed. The app's handler can call `preventDefault()`.
 */
export function composeHandlers<Event>(
  given: ((event: Event) => void) | undefined,
  own: (event: Event) => void,
): (event: Event) => void {
  return (event) => {
    given?.(event);
    own(event);
  };
}

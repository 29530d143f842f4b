/** Handlers by name. Those of React take the events of one kind of element, so they are compared like methods. */
type Handlers<Events> = { [Name in keyof Events]: { handle(event: Events[Name]): void }['handle'] };

/**
 * Returns event handlers that call those of the app first, so that the handlers which a component needs do not replace
 * the ones that the app passed. A handler of the app can call `preventDefault()`.
 */
export function composeHandlers<Events>(
  given: { [Name in keyof Events]?: Handlers<Events>[Name] | undefined },
  own: Handlers<Events>,
): Handlers<Events> {
  const composed = { ...own };
  for (const name in own) {
    composed[name] = (event) => {
      given[name]?.(event);
      own[name](event);
    };
  }
  return composed;
}

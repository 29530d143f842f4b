/** Object whose methods are all asynchronous. */
type AsyncMethods<Api> = { [Name in keyof Api]: (...args: never[]) => Promise<unknown> };

/**
 * Returns an object whose methods first load the object that they belong to. Every property of it is a method, so do not
 * await it or look for optional methods.
 *
 * @param load returns the object. Called by each call.
 */
export function lateMethods<Api extends AsyncMethods<Api>>(load: () => Promise<Api>): Api {
  return new Proxy<object>(
    {},
    {
      get:
        (_, name) =>
        async (...args: never[]) =>
          // The type of the result allows only names of its methods.
          (await load())[name as keyof Api](...args),
    },
    // Each method calls the method of the same name with its arguments.
  ) as Api;
}

/** Object whose methods are all asynchronous. */
type AsyncMethods<Api> = { [Name in keyof Api]: (...args: never[]) => Promise<unknown> };

/**
 * Returns an object whose methods first load the object that they belong to.
 *
 * @param names names of all methods.
 * @param load returns the object. Called by each call.
 */
export function lateMethods<Api extends AsyncMethods<Api>>(
  names: Readonly<Record<keyof Api, true>>,
  load: () => Promise<Api>,
): Api {
  const methods: [string, AsyncMethods<Api>[keyof Api]][] = [];
  for (const name in names) methods.push([name, async (...args) => (await load())[name](...args)]);
  // Each method calls the method of the same name with its arguments.
  return Object.fromEntries(methods) as unknown as Api;
}

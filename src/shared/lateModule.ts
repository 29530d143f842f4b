import { DiscovrError } from './errors.js';
import { shareOnce } from './shareCall.js';

/**
 * Returns a function that loads a module on its first call and shares it with all later calls. When loading fails, the
 * call rejects with a `NETWORK_ERROR` that says why, and the next call loads again.
 *
 * @param subject what the module is for, in the plural, for the error message.
 */
export function loadOnce<T>(subject: string, load: () => Promise<T>): () => Promise<T> {
  return shareOnce(() =>
    load().catch((cause: unknown) => {
      throw new DiscovrError(
        'NETWORK_ERROR',
        `The code for ${subject} could not be loaded: ${String(cause)}. If the device is online, check that your app serves it.`,
        { cause },
      );
    }),
  );
}

/**
 * Returns an object whose methods first load the object that they belong to. `load` runs synchronously in each call. All
 * its methods are asynchronous, except its `own` ones.
 */
export function lateMethods<Api extends object>(load: () => Promise<Api>): Api;
export function lateMethods<Api extends object, Own extends object>(load: () => Promise<Api>, own: Own): Api & Own;
export function lateMethods(load: () => Promise<Readonly<Record<string, Method>>>, own: object = {}): object {
  const get = (_target: object, name: string | symbol) =>
    // Without `then`, so that the object can be the result of a promise, and without what else is looked for in any object.
    name in own || name === 'then' || name === 'toJSON' || typeof name === 'symbol'
      ? Reflect.get(own, name)
      : async (...args: unknown[]) => (await load())[name]!(...args);
  // Every other property is a method that calls the method of the same name.
  return new Proxy(own, { get });
}

type Method = (...args: unknown[]) => unknown;

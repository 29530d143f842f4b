import { DiscovrError } from './errors/discovrError.js';

/** Methods that give promises, so that they can be called before their code is there. */
type PromisingMethods<Methods> = { [Name in keyof Methods]: (...args: never[]) => Promise<unknown> };

/** The same methods, to be called on a host. */
type MethodsOn<Host, Methods extends PromisingMethods<Methods>> = {
  [Name in keyof Methods]: (this: Host, ...args: Parameters<Methods[Name]>) => ReturnType<Methods[Name]>;
};

/**
 * Makes methods whose code is loaded at the first call of one of them, so that an app that calls none pays for none. Where
 * it cannot be loaded they reject with `NETWORK_ERROR`, and the next call tries again.
 *
 * @param names every method by its name; the values say nothing, but the type checker misses no method.
 * @param load gives the methods for the host they are called on.
 */
export function loadedLater<Methods extends PromisingMethods<Methods>, Host = unknown>(
  names: Readonly<Record<keyof Methods, 1>>,
  load: (host: Host) => Promise<Methods>,
): MethodsOn<Host, Methods> {
  const methods = Object.keys(names).map((name) => [
    name,
    async function loadAndCall(this: Host, ...args: never[]): Promise<unknown> {
      const loaded = await load(this).catch((cause: unknown) => {
        throw new DiscovrError('NETWORK_ERROR', `The code of ${name}() could not be loaded.`, { cause });
      });
      // The keys of `names` are those of the methods; Object.keys does not know that.
      return loaded[name as keyof Methods](...args);
    },
  ]);
  // Each method hands on what it is given and gives what it gets, so it has the type of the one it stands for.
  return Object.fromEntries(methods) as MethodsOn<Host, Methods>;
}

import type { DiscovrClientLike } from '../../client/clientLike.js';

/** Names of the methods that a client may lack. */
type OptionalMethod = {
  [Name in keyof DiscovrClientLike]-?: undefined extends DiscovrClientLike[Name] ? Name : never;
}[keyof DiscovrClientLike];

/**
 * Returns a method that a client may lack.
 *
 * @param caller name of the hook or factory that needs it, for the error message.
 * @throws {TypeError} when the client lacks the method.
 */
export function requireMethod<Name extends OptionalMethod>(
  client: DiscovrClientLike,
  name: Name,
  caller: string,
): NonNullable<DiscovrClientLike[Name]> {
  const method = client[name];
  if (!method) {
    throw new TypeError(
      `discovr-react: ${caller} needs a client with ${name}(), and this client lacks it. ` +
        'Pass the provider a DiscovrClient, or an SDK that has this method.',
    );
  }
  // The bound method has the same signature, but TypeScript cannot infer that for a union of methods.
  return method.bind(client) as NonNullable<DiscovrClientLike[Name]>;
}

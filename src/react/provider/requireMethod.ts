import type { DiscovrClientLike } from '../../client/discovrClientLike.js';

/** Methods a client may lack. */
type OptionalMethod = {
  [Name in keyof DiscovrClientLike]-?: undefined extends DiscovrClientLike[Name] ? Name : never;
}[keyof DiscovrClientLike];

/**
 * Gives a method a client may lack.
 *
 * @param caller name of the hook or factory that needs it, for the error.
 * @throws a `TypeError` that says what to do, where the client lacks it.
 */
export function requireMethod<Name extends OptionalMethod>(
  client: DiscovrClientLike,
  name: Name,
  caller: string,
): NonNullable<DiscovrClientLike[Name]> {
  const method = client[name];
  if (!method) {
    throw new TypeError(
      `discovr-react: ${caller} needs a client with ${name}(), which this one lacks. ` +
        'Give the provider a DiscovrClient, or an SDK that has this method.',
    );
  }
  // Binding keeps the signature; TypeScript loses it over a union of methods.
  return method.bind(client) as NonNullable<DiscovrClientLike[Name]>;
}

import type { DiscovrClientLike } from '../../client/clientLike.js';
import { listMethodNames } from '../titles/lists/listMethodNames.js';

/** Returns the methods without which a drop-in throws, by drop-in. */
const neededMethods = (): Readonly<Record<string, readonly (keyof DiscovrClientLike)[]>> => ({
  '<DiscovrPage>, <NavigationStack>': ['getRows', 'getRowItems'],
  '<TitleSheet>': [
    'getMedia',
    'getMediaProfileMeta',
    ...Object.values(listMethodNames).flatMap(({ add, remove }) => [add, remove]),
  ],
  '<ProfilePicker>, <DiscovrGate>': ['getProfiles', 'selectProfile'],
});

/**
 * Warns in one message about methods that drop-ins need and a client lacks. Setting a method to `undefined` says that it
 * is missing on purpose.
 */
export function warnOfMissingMethods(client: object): void {
  const lines = Object.entries(neededMethods()).flatMap(([dropIns, names]) => {
    const missing = names.filter((name) => !(name in client)).map((name) => `${name}()`);
    return missing.length > 0 ? [`\n${dropIns}: ${missing.join(', ')}`] : [];
  });
  if (lines.length === 0) return;
  console.warn(
    'discovr-react: the client of <DiscovrProvider> lacks methods, so these drop-ins throw errors when they are ' +
      `rendered:${lines.join('')}\nIf you do not use them, set the methods to undefined to silence this warning.`,
  );
}

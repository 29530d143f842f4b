import type { QueryKey } from '@tanstack/react-query';
import type { DiscovrOperation } from './discovrFailure.js';

/** Operations by the name in the query key, where the two differ. */
const OTHER_NAMES: Readonly<Record<string, DiscovrOperation>> = { list: 'listItems', keywords: 'keywordSearch' };

/** Returns what a query of the library does; `undefined` for a query of the app. */
export function operationOfQuery(queryKey: QueryKey): DiscovrOperation | undefined {
  const [library, second, third] = queryKey;
  const isOurs = typeof library === 'string' && /^discovr(-public|-vocabulary)?$/.test(library);
  const name = String(library === 'discovr-public' ? second : third);
  // The keys come from `queryKeys.ts`, where each name is that of an operation or is listed above.
  return isOurs ? (OTHER_NAMES[name] ?? (name as DiscovrOperation)) : undefined;
}

/** Returns what a mutation of the library does; `undefined` for a mutation of the app. */
export function operationOfMutation(mutationKey: QueryKey | undefined): DiscovrOperation | undefined {
  // The type of `mutationOf` allows only operations at the end of a key.
  return mutationKey?.[0] === 'discovr' ? (mutationKey.at(-1) as DiscovrOperation) : undefined;
}

import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { queryDefaults } from '../query/queryDefaults.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';
import { discovrKeys } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';

/**
 * Returns query options for the URLs of ready-made avatars. They are the same for every user, signed in or not.
 *
 * @throws {TypeError} when the client cannot list avatars.
 */
export function profileImagesQueryOptions(
  client: DiscovrClientLike,
): QueryOptionsOf<string[], ReturnType<typeof discovrKeys.profileImages>> {
  const getProfileImages = requireMethod(client, 'getProfileImages', 'profileImagesQueryOptions()');
  return queryOptions<string[], DiscovrError, string[], ReturnType<typeof discovrKeys.profileImages>>({
    ...queryDefaults,
    queryKey: discovrKeys.profileImages(),
    queryFn: ({ signal }) => getProfileImages({ signal }),
  });
}

import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { Media } from '../../api/mediaFacts.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { forOwner, ownerOf, type OfProfile } from '../query/profileScope.js';
import { queryDefaults } from '../query/queryDefaults.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';
import { discovrTitleKeys } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';

/**
 * Returns query options for the details of a title: synopsis, images, cast, runtime. Disabled while no profile is
 * active.
 *
 * @throws {TypeError} when the client cannot fetch details of titles.
 */
export function mediaQueryOptions(
  client: DiscovrClientLike,
  mediaId: string,
  options: OfProfile = {},
): QueryOptionsOf<Media, ReturnType<typeof discovrTitleKeys.media>> {
  const getMedia = requireMethod(client, 'getMedia', 'mediaQueryOptions()');
  const owner = ownerOf(client, options);
  return queryOptions<Media, DiscovrError, Media, ReturnType<typeof discovrTitleKeys.media>>({
    ...queryDefaults,
    queryKey: discovrTitleKeys.media(owner, mediaId),
    queryFn: ({ signal }) => forOwner(client, owner, getMedia(mediaId, { signal })),
    enabled: owner.profileId !== null,
  });
}

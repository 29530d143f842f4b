import { queryOptions } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { forOwner, ownerOf, type OfProfile } from '../query/profileScope.js';
import { queryDefaults } from '../query/queryDefaults.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';
import { discovrTitleKeys, type WithProviders } from '../query/queryKeys.js';
import { requireMethod } from '../provider/requireMethod.js';
import { STALE_AFTER_MS } from '../query/staleAfter.js';

type MetaKey = ReturnType<typeof discovrTitleKeys.mediaProfileMeta>;

/**
 * Returns query options for the active profile's data about a title: its lists, its watch progress and, with
 * `providers`, the watch providers that offer it. Disabled while no profile is active; stale after 30 seconds.
 *
 * @throws {TypeError} when the client cannot fetch this data.
 */
export function mediaProfileMetaQueryOptions(
  client: DiscovrClientLike,
  mediaId: string,
  { providers, ...options }: WithProviders & OfProfile = {},
): QueryOptionsOf<MediaProfileMeta, MetaKey> {
  const getMeta = requireMethod(client, 'getMediaProfileMeta', 'mediaProfileMetaQueryOptions()');
  const owner = ownerOf(client, options);
  return queryOptions<MediaProfileMeta, DiscovrError, MediaProfileMeta, MetaKey>({
    ...queryDefaults,
    staleTime: STALE_AFTER_MS,
    queryKey: discovrTitleKeys.mediaProfileMeta(owner, mediaId, { providers }),
    queryFn: ({ signal }) => forOwner(client, owner, getMeta(mediaId, { providers, signal })),
    enabled: owner.profileId !== null,
  });
}

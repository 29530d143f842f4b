'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { Media } from '../../api/mediaFacts.js';
import { mediaQueryOptions } from './mediaQueryOptions.js';
import type { discovrTitleKeys } from '../query/queryKeys.js';
import { useScopedQuery, type ScopedQueryOptions } from '../query/useScopedQuery.js';

/** Options of {@link useMedia}: TanStack's, except the key and the function. */
export type UseMediaOptions<Selected = Media> = ScopedQueryOptions<
  Media,
  ReturnType<typeof discovrTitleKeys.media>,
  Selected
>;

/** Result of {@link useMedia}: TanStack's query. */
export type UseMediaResult<Selected = Media> = UseQueryResult<Selected, DiscovrError>;

/**
 * Returns the details of a title: synopsis, images, cast, runtime.
 *
 * @throws {TypeError} when the provider's client cannot fetch details of titles.
 * @example
 * const { data: media } = useMedia('MV_900000285');
 */
export function useMedia<Selected = Media>(
  mediaId: string,
  options?: UseMediaOptions<Selected>,
): UseMediaResult<Selected> {
  return useScopedQuery('useMedia()', (client, owner) => mediaQueryOptions(client, mediaId, owner), options);
}

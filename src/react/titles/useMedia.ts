'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { Media } from '../../api/schemas/titles/mediaFacts.js';
import { mediaQueryOptions } from './mediaQueryOptions.js';
import type { discovrTitleKeys } from '../query/queryKeys.js';
import { useScopedQuery, type ScopedQueryOptions } from '../query/useScopedQuery.js';

/** Options of {@link useMedia}: TanStack's, except key and function. */
export type UseMediaOptions = ScopedQueryOptions<Media, ReturnType<typeof discovrTitleKeys.media>>;

/** What {@link useMedia} gives: TanStack's query. */
export type UseMediaResult = UseQueryResult<Media, DiscovrError>;

/**
 * What is known of a title: synopsis, pictures, cast, running time.
 *
 * @throws where the provider's client has no facts about titles.
 * @example
 * const { data: media } = useMedia('MV_550');
 */
export function useMedia(mediaId: string, options?: UseMediaOptions): UseMediaResult {
  return useScopedQuery('useMedia()', (client) => mediaQueryOptions(client, mediaId), options);
}

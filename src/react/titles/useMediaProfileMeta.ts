'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { MediaProfileMeta } from '../../api/schemas/titles/mediaFacts.js';
import { mediaProfileMetaQueryOptions } from './mediaProfileMetaQueryOptions.js';
import type { discovrTitleKeys, WithProviders } from '../query/queryKeys.js';
import { useScopedQuery, type ScopedQueryOptions } from '../query/useScopedQuery.js';

/** Options of {@link useMediaProfileMeta}: TanStack's, except key and function, and what is asked. */
export type UseMediaProfileMetaOptions = WithProviders &
  ScopedQueryOptions<MediaProfileMeta, ReturnType<typeof discovrTitleKeys.mediaProfileMeta>>;

/** What {@link useMediaProfileMeta} gives: TanStack's query. */
export type UseMediaProfileMetaResult = UseQueryResult<MediaProfileMeta, DiscovrError>;

/**
 * What a title is to the active profile: on which lists it is, how far it was watched; with `providers`, where it is
 * offered. What the mutations of this library change is seen here at once.
 *
 * @throws where the provider's client cannot tell.
 * @example
 * const { data: meta } = useMediaProfileMeta('MV_550', { providers: true });
 */
export function useMediaProfileMeta(
  mediaId: string,
  { providers, ...options }: UseMediaProfileMetaOptions = {},
): UseMediaProfileMetaResult {
  return useScopedQuery(
    'useMediaProfileMeta()',
    (client) => mediaProfileMetaQueryOptions(client, mediaId, { providers }),
    options,
  );
}

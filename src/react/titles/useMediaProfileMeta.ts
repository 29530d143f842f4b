'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import { mediaProfileMetaQueryOptions } from './mediaProfileMetaQueryOptions.js';
import type { discovrTitleKeys, WithProviders } from '../query/queryKeys.js';
import { useScopedQuery, type ScopedQueryOptions } from '../query/useScopedQuery.js';

/** Options of {@link useMediaProfileMeta}: `providers`, and TanStack's options except the key and the function. */
export type UseMediaProfileMetaOptions<Selected = MediaProfileMeta> = WithProviders &
  ScopedQueryOptions<MediaProfileMeta, ReturnType<typeof discovrTitleKeys.mediaProfileMeta>, Selected>;

/** Result of {@link useMediaProfileMeta}: TanStack's query. */
export type UseMediaProfileMetaResult<Selected = MediaProfileMeta> = UseQueryResult<Selected, DiscovrError>;

/**
 * Returns the active profile's data about a title: its lists, its watch progress and, with `providers`, the watch
 * providers that offer it. Shows changes made by the library's mutations immediately.
 *
 * @throws {TypeError} when the provider's client cannot fetch this data.
 * @example
 * const { data: meta } = useMediaProfileMeta('MV_900000285', { providers: true });
 */
export function useMediaProfileMeta<Selected = MediaProfileMeta>(
  mediaId: string,
  { providers, ...options }: UseMediaProfileMetaOptions<Selected> = {},
): UseMediaProfileMetaResult<Selected> {
  return useScopedQuery(
    'useMediaProfileMeta()',
    (client, owner) => mediaProfileMetaQueryOptions(client, mediaId, { providers, ...owner }),
    options,
  );
}

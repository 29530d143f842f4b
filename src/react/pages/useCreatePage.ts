'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../shared/errors.js';
import type { CreatePagePayload, CreatePageResponse } from '../../api/pages.js';
import { useDiscovrContext } from '../provider/context.js';
import { mutationOf } from '../query/queryDefaults.js';
import { discovrKeys } from '../query/queryKeys.js';

/** Options of {@link useCreatePage}: TanStack's, except the key and the function. */
export type UseCreatePageOptions = Omit<
  UseMutationOptions<CreatePageResponse, DiscovrError, CreatePagePayload | void>,
  'mutationFn' | 'mutationKey'
>;

/** Result of {@link useCreatePage}: TanStack's mutation. */
export type UseCreatePageResult = UseMutationResult<CreatePageResponse, DiscovrError, CreatePagePayload | void>;

/**
 * Creates a page from filters. Without variables, creates the default page, which has no filters.
 *
 * Simultaneous calls with equal filters share one `POST /pages`, which unmounting does not abort. When offline, a call
 * fails with `NETWORK_ERROR` after its last retry, and sends nothing later. Without a profile, it fails with
 * `NOT_SIGNED_IN` or `NO_ACTIVE_PROFILE`. When the profile changes before the response, it fails with an `AbortError`.
 *
 * @example
 * const createPage = useCreatePage({ onSuccess: (page) => navigate(`/browse/${page.id}`) });
 * createPage.mutate({ pageFilters: { genres: [35], media_type: 'movie' }, name: 'Friday night' });
 */
export function useCreatePage(options?: UseCreatePageOptions): UseCreatePageResult {
  const { client, queryClient } = useDiscovrContext('useCreatePage()');
  return useMutation(
    {
      ...mutationOf('createPage'),
      ...options,
      mutationFn: async (payload) => {
        const page = await client.createPage(payload ?? {});
        queryClient.setQueryData(discovrKeys.createPage(client, payload ?? {}), page);
        return page;
      },
    },
    queryClient,
  );
}

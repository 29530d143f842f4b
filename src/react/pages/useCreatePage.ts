'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import type { DiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePagePayload, CreatePageResponse } from '../../api/schemas/page.js';
import { useDiscovrContext } from '../provider/context.js';
import { mutationDefaults } from '../query/queryDefaults.js';
import { discovrKeys } from '../query/queryKeys.js';

/** Options of {@link useCreatePage}: TanStack's, except key and function. */
export type UseCreatePageOptions = Omit<
  UseMutationOptions<CreatePageResponse, DiscovrError, CreatePagePayload | void>,
  'mutationFn' | 'mutationKey'
>;

/** What {@link useCreatePage} gives: TanStack's mutation. */
export type UseCreatePageResult = UseMutationResult<CreatePageResponse, DiscovrError, CreatePagePayload | void>;

/**
 * Creates a page from filters. Called without variables it creates the default page of the profile's whole taste.
 *
 * Equal requests in flight share one `POST /pages`; unmounting does not abort it. Offline it fails with
 * `NETWORK_ERROR` once its repeats end, and nothing is sent later by itself. Without a profile it fails with
 * `NOT_SIGNED_IN` or `NO_ACTIVE_PROFILE`; a result for another profile is dropped with an `AbortError`.
 *
 * @example
 * const createPage = useCreatePage({ onSuccess: (page) => navigate(`/browse/${page.id}`) });
 * createPage.mutate({ pageFilters: { genres: [35], media_type: 'movie' }, name: 'Friday night' });
 */
export function useCreatePage(options?: UseCreatePageOptions): UseCreatePageResult {
  const { client, queryClient } = useDiscovrContext('useCreatePage()');
  return useMutation(
    {
      ...mutationDefaults,
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

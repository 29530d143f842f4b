'use client';

import { skipToken, useQuery } from '@tanstack/react-query';
import type { DiscovrError } from '../../../shared/errors.js';
import { useDiscovrContext } from '../../../react/provider/context.js';
import { profileImagesQueryOptions } from '../../../react/profiles/queries.js';
import { discovrKeys } from '../../../react/query/keys.js';

/** Ready-made avatars and their loading status. */
export interface ReadyAvatars {
  readonly status: 'pending' | 'success' | 'error';
  readonly urls: readonly string[];
  readonly retry: () => void;
}

const NONE: readonly string[] = [];

/** Loads the ready-made avatars. The list is empty when the client cannot list them. */
export function useReadyAvatars(): ReadyAvatars {
  const { client, queryClient } = useDiscovrContext('<ProfilePicker>');
  const query = useQuery<string[], DiscovrError, string[], ReturnType<typeof discovrKeys.profileImages>>(
    client.getProfileImages
      ? profileImagesQueryOptions(client)
      : { queryKey: discovrKeys.profileImages(), queryFn: skipToken },
    queryClient,
  );
  const retry = () => void query.refetch();
  if (!client.getProfileImages) return { status: 'success', urls: NONE, retry };
  return { status: query.isFetching ? 'pending' : query.status, urls: query.data ?? NONE, retry };
}

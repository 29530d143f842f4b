'use client';

import { useQuery } from '@tanstack/react-query';
import { useDiscovrContext } from '../../../react/provider/context.js';
import { profileImagesQueryOptions } from '../../../react/profiles/queries.js';

/** Ready-made avatars and their loading status. */
export interface ReadyAvatars {
  readonly status: 'pending' | 'success' | 'error';
  readonly urls: readonly string[];
  readonly retry: () => void;
}

const NONE: readonly string[] = [];

/** Loads the ready-made avatars. The list is empty with an SDK that cannot list them. */
export function useReadyAvatars(): ReadyAvatars {
  const { client, queryClient } = useDiscovrContext('<ProfilePicker>');
  const isPossible = !client.lacks?.('getProfileImages');
  const query = useQuery({ ...profileImagesQueryOptions(client), enabled: isPossible }, queryClient);
  const retry = () => void query.refetch();
  if (!isPossible) return { status: 'success', urls: NONE, retry };
  return { status: query.isFetching ? 'pending' : query.status, urls: query.data ?? NONE, retry };
}

import type { QueryClient } from '@tanstack/react-query';
import { isDiscovrError } from '../../shared/errors.js';
import { holdProfiles, type HeldProfiles } from './heldProfiles.js';
import { refetchProfiles } from './refetchProfiles.js';

/**
 * Runs a change of the profiles and then refetches the list. Refetches nothing when the server refuses the values,
 * because nothing has changed then.
 */
export async function changeProfiles<Result>(
  queryClient: QueryClient,
  change: (profiles: HeldProfiles) => Promise<Result>,
): Promise<Result> {
  let isRefused = false;
  try {
    return await change(holdProfiles(queryClient));
  } catch (error) {
    // After other failures, the server may still have made the change.
    isRefused = isDiscovrError(error, 'VALIDATION_FAILED');
    throw error;
  } finally {
    refetchProfiles(queryClient, 1, !isRefused);
  }
}

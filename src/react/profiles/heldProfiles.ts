import type { QueryClient } from '@tanstack/react-query';
import type { Profile, UpdateProfilePayload } from '../../api/schemas/profile.js';
import { discovrKeys } from '../query/queryKeys.js';

/** A hold on the list of profiles in a cache. */
export interface HeldProfiles {
  /** Changes the list, where there is one and it is still the same person's. */
  update(change: (profiles: readonly Profile[]) => Profile[]): void;
  /** Shows changes of one profile at once; the undo brings back only what was changed. */
  patch(profileId: string, changes: UpdateProfilePayload): () => void;
  /** Has the list fetched again, whosever it is by now, unless another change of it is under way. */
  refetch(): void;
}

/**
 * Holds on to the list of profiles that is in the cache now. Signing out removes that list, and what a mutation that ends
 * later would write, or roll back, belongs to nobody any more: it is dropped.
 */
export function holdProfiles(queryClient: QueryClient): HeldProfiles {
  const cache = queryClient.getQueryCache();
  const queryKey = discovrKeys.profiles();
  const held = cache.find({ queryKey });
  const isSamePersons = () => held !== undefined && cache.find({ queryKey }) === held;

  const update: HeldProfiles['update'] = (change) => {
    if (isSamePersons()) queryClient.setQueryData<Profile[]>(queryKey, (profiles) => profiles && change(profiles));
  };
  const set = (profileId: string, changes: UpdateProfilePayload) =>
    update((profiles) => profiles.map((profile) => (profile.id === profileId ? { ...profile, ...changes } : profile)));

  return {
    update,
    patch(profileId, changes) {
      const former = queryClient.getQueryData<Profile[]>(queryKey)?.find(({ id }) => id === profileId);
      set(profileId, changes);
      return () => {
        if (!former) return;
        set(profileId, {
          ...(changes.name !== undefined && { name: former.name }),
          ...(changes.avatarUrl !== undefined && { avatarUrl: former.avatarUrl }),
        });
      };
    },
    refetch() {
      // While another change is under way its own end fetches; an earlier answer would lack it.
      if (queryClient.isMutating({ mutationKey: queryKey }) > 1) return;
      void queryClient.invalidateQueries({ queryKey });
    },
  };
}

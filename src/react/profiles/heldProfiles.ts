import type { QueryClient } from '@tanstack/react-query';
import type { Profile, UpdateProfilePayload } from '../../api/profiles.js';
import { discovrKeys } from '../query/queryKeys.js';

/** Access to the cached profile list of one sign-in. */
export interface HeldProfiles {
  /** Changes the list, if it is loaded and the user has not signed out. */
  update(change: (profiles: readonly Profile[]) => Profile[]): void;
  /** Shows changes of one profile immediately. Returns a function that reverts only these changes. */
  patch(profileId: string, changes: UpdateProfilePayload): () => void;
}

/**
 * Returns access to the profile list that is cached at the time of the call. Sign-out removes this list, so a mutation
 * that ends after sign-out neither writes nor rolls back.
 */
export function holdProfiles(queryClient: QueryClient): HeldProfiles {
  const cache = queryClient.getQueryCache();
  const queryKey = discovrKeys.profiles();
  const held = cache.find({ queryKey });
  const isSameList = () => held !== undefined && cache.find({ queryKey }) === held;

  const update: HeldProfiles['update'] = (change) => {
    if (isSameList()) queryClient.setQueryData<Profile[]>(queryKey, (profiles) => profiles && change(profiles));
  };
  const set = (profileId: string, changes: UpdateProfilePayload) =>
    update((profiles) => profiles.map((profile) => (profile.id === profileId ? { ...profile, ...changes } : profile)));

  return {
    update,
    patch(profileId, changes) {
      const previous = queryClient.getQueryData<Profile[]>(queryKey)?.find(({ id }) => id === profileId);
      set(profileId, changes);
      return () => {
        if (!previous) return;
        set(profileId, {
          ...(changes.name !== undefined && { name: previous.name }),
          ...(changes.avatarUrl !== undefined && { avatarUrl: previous.avatarUrl }),
        });
      };
    },
  };
}

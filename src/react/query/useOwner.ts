'use client';

import { profileIdOf, type SessionState } from '../../session/sessionState.js';
import type { SessionSnapshots } from '../session/sessionSnapshots.js';
import { useSessionFrom } from '../session/useSession.js';
import type { Owner } from './profileScope.js';

/** Returns the profile that the queries of this render belong to. */
export function useOwner(snapshots: SessionSnapshots): Owner {
  return ownerIn(useSessionFrom(snapshots));
}

/** Returns the profile on screen, for event handlers. */
export const ownerNow = ({ now }: SessionSnapshots): Owner => ownerIn(now());

const ownerIn = (session: SessionState): Owner => ({ profileId: profileIdOf(session) ?? null });

import type { EmulatorState, ProfileRecord } from '../types.js';
import { mediaLists } from '../../api/facts.js';

/** Returns the record of a profile, and creates an empty one at the first call. */
export function recordOf(state: EmulatorState, profileId: string): ProfileRecord {
  const record = state.records.get(profileId) ?? emptyRecord();
  state.records.set(profileId, record);
  return record;
}

function emptyRecord(): ProfileRecord {
  const lists = Object.fromEntries(mediaLists.map((list) => [list, new Map<string, number>()]));
  // The type of Object.fromEntries does not contain the keys, but every list is present.
  return { lists: lists as ProfileRecord['lists'], history: [], playback: new Map(), nextOrder: 1 };
}

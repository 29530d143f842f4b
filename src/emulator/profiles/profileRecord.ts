import type { EmulatorState, ProfileRecord } from '../types.js';
import { mediaLists } from '../../api/schemas/titles/list.js';

/** The record of a profile; an empty one at its first use. */
export function recordOf(state: EmulatorState, profileId: string): ProfileRecord {
  const record = state.records.get(profileId) ?? emptyRecord();
  state.records.set(profileId, record);
  return record;
}

function emptyRecord(): ProfileRecord {
  const lists = Object.fromEntries(mediaLists.map((list) => [list, new Map<string, number>()]));
  // Object.fromEntries forgets the keys; every list has just been given.
  return { lists: lists as ProfileRecord['lists'], history: [], playback: new Map(), nextOrder: 1 };
}

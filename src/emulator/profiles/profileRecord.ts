import { mediaLists, type MediaList } from '../../api/schemas/list.js';
import type { EmulatorState } from '../emulatorState.js';

/** One entry of a profile's history. */
export interface StoredHistoryEntry {
  readonly mediaId: string;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
  /** Rises with each entry that is made. */
  readonly order: number;
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
  updatedAt: string;
  progress: number;
  watchedCount: number;
  imported?: boolean | undefined;
}

/** Where the playback of a title stands. */
interface StoredPlayback {
  progress: number;
  /** Date and time, ISO 8601. */
  updatedAt: string;
  season?: number | undefined;
  episode?: number | undefined;
}

/** What one profile has told of its taste. */
export interface ProfileRecord {
  /** Media ids of each list, each with a number that rises with the time it was added. */
  readonly lists: Readonly<Record<MediaList, Map<string, number>>>;
  /** Oldest first. */
  readonly history: StoredHistoryEntry[];
  /** By media id. */
  readonly playback: Map<string, StoredPlayback>;
  /** The next number of an entry. */
  nextOrder: number;
}

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

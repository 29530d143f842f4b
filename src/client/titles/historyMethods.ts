import type { HistoryPlaceOptions, MediaHistoryOptions } from '../../api/historyApi.js';
import type { PagingOptions } from '../../api/pagingOptions.js';
import type { AddHistoryPayload, HistoryListResponse } from '../../api/schemas/history.js';
import type { SuccessMessage } from '../../api/schemas/list.js';
import type { SessionApi } from '../../api/sessionApi.js';
import type { CallOptions } from '../../api/http/transport.js';

/** Options of `addHistoryItem`. */
export interface AddHistoryItemOptions extends Omit<AddHistoryPayload, 'mediaId'>, CallOptions {}

/**
 * Methods of `DiscovrClient` about what the active profile has watched. Progress is in percent, 0 to 100; from 80 on a
 * title or an episode counts as completed. An entry of a series without an episode stands for all of its season: see
 * `entryOfEpisode`.
 */
export interface HistoryMethods {
  /**
   * Puts a title down as watched. A series needs its `season`. `updatedAt` is ISO 8601 (inferred).
   *
   * Rejects with `VALIDATION_FAILED`, before anything is sent, where a value cannot be right.
   */
  addHistoryItem(mediaId: string, options?: AddHistoryItemOptions): Promise<SuccessMessage>;
  /** Changes how far a film, a season or an episode was watched, or puts that down; 0 un-watches it. */
  patchHistoryItem(mediaId: string, progress: number, options?: HistoryPlaceOptions): Promise<SuccessMessage>;
  /** What was watched, newest first by creation. */
  getHistoryItems(options?: PagingOptions): Promise<HistoryListResponse>;
  /**
   * The entries of one title, newest first by their last change (name inferred). A series needs its `season`; without an
   * `episode` it gives every entry of that season.
   *
   * Rejects with `VALIDATION_FAILED`, before anything is sent, where the season of a series is missing.
   */
  getHistoryItemsByMediaId(mediaId: string, options?: MediaHistoryOptions): Promise<HistoryListResponse>;
  /** Forgets every entry of a title (name inferred). */
  removeHistoryItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
}

/** Makes the methods about the history. */
export function createHistoryMethods(api: SessionApi): HistoryMethods {
  return {
    addHistoryItem: (mediaId, { signal, ...payload } = {}) => api.addHistory({ mediaId, ...payload }, { signal }),
    patchHistoryItem: (mediaId, progress, options) => api.patchHistory(mediaId, { progress }, options),
    getHistoryItems: api.getHistory,
    getHistoryItemsByMediaId: api.getMediaHistory,
    removeHistoryItem: api.removeHistory,
  };
}

import type { PagingOptions } from '../../api/pagingOptions.js';
import type { ScrobbleTv } from '../../api/schemas/titles/episode.js';
import type { AddHistoryPayload } from '../../api/schemas/titles/history.js';
import type { AddPlaybackPayload, PatchPlaybackPayload } from '../../api/schemas/titles/playback.js';
import type { CallOptions } from '../../api/http/transport.js';

/** Options of `iterateRows` and `iterateItems`. */
export type IterateOptions = Omit<PagingOptions, 'nextPageToken'>;

/** Options of `addHistoryItem`. */
export interface AddHistoryItemOptions extends Omit<AddHistoryPayload, 'mediaId'>, CallOptions {}

/** Options of `addPlaybackItem`. */
export interface AddPlaybackItemOptions extends Omit<AddPlaybackPayload, 'mediaId'>, CallOptions {}

/** Options of `patchPlaybackItem`. */
export interface PatchPlaybackItemOptions extends Omit<PatchPlaybackPayload, 'mediaId'>, CallOptions {}

/** Options of `scrobble` and `scrobbleSkip`. */
export interface ScrobbleOptions extends CallOptions {
  /** Episode that is played, for a series. Numbers of seasons and episodes start at 1. */
  tv?: ScrobbleTv | undefined;
}

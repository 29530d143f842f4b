import type { SuccessMessage } from '../../api/schemas/list.js';
import type { ScrobbleTv } from '../../api/schemas/episode.js';
import type {
  AddPlaybackPayload,
  PatchPlaybackPayload,
  ScrobbleResponse,
  ScrobbleSkipResponse,
} from '../../api/schemas/playback.js';
import type { SessionApi } from '../../api/sessionApi.js';
import type { CallOptions } from '../../api/http/transport.js';

/** Options of `addPlaybackItem`. */
export interface AddPlaybackItemOptions extends Omit<AddPlaybackPayload, 'mediaId'>, CallOptions {}

/** Options of `patchPlaybackItem`. */
export interface PatchPlaybackItemOptions extends Omit<PatchPlaybackPayload, 'mediaId'>, CallOptions {}

/** Options of `scrobble` and `scrobbleSkip`. */
export interface ScrobbleOptions extends CallOptions {
  /** Which episode of a series is played; both numbers from 1. */
  tv?: ScrobbleTv | undefined;
}

/** Methods of `DiscovrClient` that tell what is watched right now. Progress is in percent: 0 to 100. */
export interface PlaybackMethods {
  /** Begins the playback of a title. `updatedAt` is ISO 8601 (inferred). */
  addPlaybackItem(mediaId: string, options?: AddPlaybackItemOptions): Promise<SuccessMessage>;
  /** Changes where the playback of a title stands; what is left out stays as it is. */
  patchPlaybackItem(mediaId: string, options?: PatchPlaybackItemOptions): Promise<SuccessMessage>;
  /** Tells how far playback is: every 10 to 30 seconds, and at once on pause, resume and completion. */
  scrobble(mediaId: string, progress: number, options?: ScrobbleOptions): Promise<ScrobbleResponse>;
  /** Tells of a jump from one place to another, both in percent; `duration` is the length of the jump in seconds. */
  scrobbleSkip(
    mediaId: string,
    from: number,
    to: number,
    duration: number,
    options?: ScrobbleOptions,
  ): Promise<ScrobbleSkipResponse>;
}

/** Makes the methods about playback. */
export function createPlaybackMethods(api: SessionApi): PlaybackMethods {
  return {
    addPlaybackItem: (mediaId, { signal, ...payload } = {}) => api.addPlayback({ mediaId, ...payload }, { signal }),
    patchPlaybackItem: (mediaId, { signal, ...payload } = {}) => api.patchPlayback({ mediaId, ...payload }, { signal }),
    scrobble: (mediaId, progress, { tv, signal } = {}) => api.scrobble(mediaId, { progress, tv }, { signal }),
    scrobbleSkip: (mediaId, from, to, duration, { tv, signal } = {}) =>
      api.scrobbleSkip(mediaId, { from, to, duration, tv }, { signal }),
  };
}

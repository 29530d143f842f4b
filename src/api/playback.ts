import * as z from 'zod/mini';
import { checkRequest } from './checkRequest.js';
import { ordinal, progress, scrobbleTvSchema, sentMoment, type ScrobbleTv } from './history.js';
import { successMessageSchema, type SuccessMessage } from './lists.js';
import { mediaIdSchema } from './media.js';
import { looseObject } from './reading.js';
import type { AuthorizedSend, CallOptions } from './transport.js';

/** Body of `POST /profile/playback`. */
export const addPlaybackPayloadSchema = z.object({
  mediaId: mediaIdSchema,
  progress: z.optional(progress),
  updatedAt: z.optional(sentMoment),
});

/** Body that starts the playback of a title. */
export interface AddPlaybackPayload {
  mediaId: string;
  /** Progress in percent, 0 to 100. */
  progress?: number | undefined;
  /** When it was played, ISO 8601 (inferred). If omitted, the current time. */
  updatedAt?: string | undefined;
}

/** Body of `PATCH /profile/playback`. */
export const patchPlaybackPayloadSchema = z.object({
  ...addPlaybackPayloadSchema.shape,
  season: z.optional(ordinal),
  episode: z.optional(ordinal),
});

/** Body that changes the playback position of a title. */
export interface PatchPlaybackPayload extends AddPlaybackPayload {
  season?: number | undefined;
  episode?: number | undefined;
}

/** Body of `POST /profile/scrobble/{mediaId}`. */
export const scrobbleBodySchema = z.object({
  progress,
  tv: z.optional(scrobbleTvSchema),
});

/** Body that reports playback progress. */
export interface ScrobbleBody {
  /** Progress in percent, 0 to 100. */
  progress: number;
  /** Episode that is played, for a series. */
  tv?: ScrobbleTv | undefined;
}

/** Body of `POST /profile/scrobble/{mediaId}/skip`. */
export const scrobbleSkipBodySchema = z.object({
  from: progress,
  to: progress,
  duration: z.number().check(z.gte(0)),
  tv: z.optional(scrobbleTvSchema),
});

/** Body that reports a skip during playback. */
export interface ScrobbleSkipBody {
  /** Position before the skip in percent, 0 to 100. */
  from: number;
  /** Position after the skip in percent, 0 to 100. */
  to: number;
  /** Length of the skip in seconds. */
  duration: number;
  /** Episode that is played, for a series. */
  tv?: ScrobbleTv | undefined;
}

/** Response of `POST /profile/scrobble/{mediaId}` (inferred) and `POST /profile/scrobble/{mediaId}/skip`. */
export const scrobbleResponseSchema = looseObject({ status: z.string() });

/** Response of `POST /profile/scrobble/{mediaId}` (inferred). */
export interface ScrobbleResponse {
  status: string;
}

/** Response of `POST /profile/scrobble/{mediaId}/skip`. */
export type ScrobbleSkipResponse = ScrobbleResponse;

/** Endpoints that report what is playing, and its progress. */
export interface PlaybackApi {
  /** `POST /profile/playback`. */
  addPlayback(payload: AddPlaybackPayload, options?: CallOptions): Promise<SuccessMessage>;
  /** `PATCH /profile/playback`. */
  patchPlayback(payload: PatchPlaybackPayload, options?: CallOptions): Promise<SuccessMessage>;
  /** `POST /profile/scrobble/{mediaId}`. */
  scrobble(mediaId: string, body: ScrobbleBody, options?: CallOptions): Promise<ScrobbleResponse>;
  /** `POST /profile/scrobble/{mediaId}/skip`. */
  scrobbleSkip(mediaId: string, body: ScrobbleSkipBody, options?: CallOptions): Promise<ScrobbleSkipResponse>;
}

/** Creates the endpoints of playback. */
export function createPlaybackApi(call: AuthorizedSend): PlaybackApi {
  const playback = '/profile/playback';
  const scrobble = '/profile/scrobble/{mediaId}';
  const what = 'The playback state';
  return {
    addPlayback: (payload, options) =>
      call(
        {
          method: 'POST',
          route: playback,
          body: checkRequest(addPlaybackPayloadSchema, payload, what),
          response: successMessageSchema,
        },
        options,
      ),
    patchPlayback: (payload, options) =>
      call(
        {
          method: 'PATCH',
          route: playback,
          body: checkRequest(patchPlaybackPayloadSchema, payload, what),
          response: successMessageSchema,
        },
        options,
      ),
    scrobble: (mediaId, body, options) =>
      call(
        {
          method: 'POST',
          route: scrobble,
          params: { mediaId },
          body: checkRequest(scrobbleBodySchema, body, what),
          response: scrobbleResponseSchema,
        },
        options,
      ),
    scrobbleSkip: (mediaId, body, options) =>
      call(
        {
          method: 'POST',
          route: `${scrobble}/skip`,
          params: { mediaId },
          body: checkRequest(scrobbleSkipBodySchema, body, what),
          response: scrobbleResponseSchema,
        },
        options,
      ),
  };
}

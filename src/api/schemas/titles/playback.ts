import * as z from 'zod/mini';
import { looseObject } from '../looseObject.js';
import { ordinal, progress, scrobbleTvSchema, sentMoment, type ScrobbleTv } from './episode.js';
import { mediaId } from '../media.js';

/** Body of `POST /profile/playback`. */
export const addPlaybackPayloadSchema = z.object({
  mediaId,
  /** Progress in percent, 0 to 100. */
  progress: z.optional(progress),
  /** When it was played, ISO 8601 (inferred). If omitted, the current time. */
  updatedAt: z.optional(sentMoment),
});

/** Body that starts the playback of a title. */
export interface AddPlaybackPayload extends z.infer<typeof addPlaybackPayloadSchema> {}

/** Body of `PATCH /profile/playback`. */
export const patchPlaybackPayloadSchema = z.object({
  ...addPlaybackPayloadSchema.shape,
  season: z.optional(ordinal),
  episode: z.optional(ordinal),
});

/** Body that changes the playback position of a title. */
export interface PatchPlaybackPayload extends z.infer<typeof patchPlaybackPayloadSchema> {}

/** Body of `POST /profile/scrobble/{mediaId}`. */
export const scrobbleBodySchema = z.object({
  /** Progress in percent, 0 to 100. */
  progress,
  /** Episode that is played, for a series. */
  tv: z.optional(scrobbleTvSchema),
});

/** Body that reports playback progress. */
export interface ScrobbleBody extends z.infer<typeof scrobbleBodySchema> {
  tv?: ScrobbleTv | undefined;
}

/** Body of `POST /profile/scrobble/{mediaId}/skip`. */
export const scrobbleSkipBodySchema = z.object({
  /** Position before the skip in percent, 0 to 100. */
  from: progress,
  /** Position after the skip in percent, 0 to 100. */
  to: progress,
  /** Length of the skip in seconds. */
  duration: z.number().check(z.gte(0)),
  /** Episode that is played, for a series. */
  tv: z.optional(scrobbleTvSchema),
});

/** Body that reports a skip during playback. */
export interface ScrobbleSkipBody extends z.infer<typeof scrobbleSkipBodySchema> {
  tv?: ScrobbleTv | undefined;
}

/** Response of `POST /profile/scrobble/{mediaId}` (inferred) and `POST /profile/scrobble/{mediaId}/skip`. */
export const scrobbleResponseSchema = looseObject({ status: z.string() });

/** Response of `POST /profile/scrobble/{mediaId}` (inferred). */
export interface ScrobbleResponse extends z.infer<typeof scrobbleResponseSchema> {}

/** Response of `POST /profile/scrobble/{mediaId}/skip`. */
export type ScrobbleSkipResponse = ScrobbleResponse;

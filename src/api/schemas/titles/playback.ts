import * as z from 'zod/mini';
import { ordinal, progress, scrobbleTvSchema, sentMoment } from './episode.js';
import { mediaId } from '../media.js';

/** Body of `POST /profile/playback`. */
export const addPlaybackPayloadSchema = z.object({
  mediaId,
  /** Percent: 0 to 100. */
  progress: z.optional(progress),
  /** When it was played, ISO 8601 (inferred); now, where it is left out. */
  updatedAt: z.optional(sentMoment),
});

/** Body that begins a title's playback. */
export type AddPlaybackPayload = z.infer<typeof addPlaybackPayloadSchema>;

/** Body of `PATCH /profile/playback`. */
export const patchPlaybackPayloadSchema = z.object({
  ...addPlaybackPayloadSchema.shape,
  season: z.optional(ordinal),
  episode: z.optional(ordinal),
});

/** Body that changes where a title's playback stands. */
export type PatchPlaybackPayload = z.infer<typeof patchPlaybackPayloadSchema>;

/** Body of `POST /profile/scrobble/{mediaId}`. */
export const scrobbleBodySchema = z.object({
  /** Percent: 0 to 100. */
  progress,
  /** Which episode of a series is played. */
  tv: z.optional(scrobbleTvSchema),
});

/** Body that tells how far playback is. */
export type ScrobbleBody = z.infer<typeof scrobbleBodySchema>;

/** Body of `POST /profile/scrobble/{mediaId}/skip`. */
export const scrobbleSkipBodySchema = z.object({
  /** Percent at which the jump began: 0 to 100. */
  from: progress,
  /** Percent at which it ended: 0 to 100. */
  to: progress,
  /** Length of what was skipped, in seconds. */
  duration: z.number().check(z.gte(0)),
  /** Which episode of a series is played. */
  tv: z.optional(scrobbleTvSchema),
});

/** Body that tells of a jump during playback. */
export type ScrobbleSkipBody = z.infer<typeof scrobbleSkipBodySchema>;

/** Answer to both (inferred for the former). */
export const scrobbleResponseSchema = z.looseObject({ status: z.string() });

/** Answer to `POST /profile/scrobble/{mediaId}` (inferred). */
export type ScrobbleResponse = z.infer<typeof scrobbleResponseSchema>;

/** Answer to `POST /profile/scrobble/{mediaId}/skip`. */
export type ScrobbleSkipResponse = ScrobbleResponse;

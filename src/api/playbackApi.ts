import type { AuthorizedSend } from './http/authorizedSend.js';
import { checkRequest } from './http/checkRequest.js';
import { successMessageSchema, type SuccessMessage } from './schemas/titles/list.js';
import {
  addPlaybackPayloadSchema,
  patchPlaybackPayloadSchema,
  scrobbleBodySchema,
  scrobbleResponseSchema,
  scrobbleSkipBodySchema,
  type AddPlaybackPayload,
  type PatchPlaybackPayload,
  type ScrobbleBody,
  type ScrobbleResponse,
  type ScrobbleSkipBody,
  type ScrobbleSkipResponse,
} from './schemas/titles/playback.js';
import type { CallOptions } from './http/transport.js';

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

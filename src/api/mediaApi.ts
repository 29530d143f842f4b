import type { AuthorizedSend } from './http/authorizedSend.js';
import { mediaProfileMetaSchema, mediaSchema, type Media, type MediaProfileMeta } from './schemas/titles/mediaFacts.js';
import type { CallOptions } from './http/transport.js';

/** Options of `getMediaProfileMeta`. */
export interface MediaProfileMetaOptions extends CallOptions {
  /**
   * Whether the response also contains the services that offer the title.
   * @default false
   */
  providers?: boolean | undefined;
}

/** Endpoints of a single title. */
export interface MediaApi {
  /** `GET /media/{mediaId}` (path and tier are inferred). */
  getMedia(mediaId: string, options?: CallOptions): Promise<Media>;
  /** `GET /profile/media/{mediaId}` (path and query are inferred). */
  getMediaProfileMeta(mediaId: string, options?: MediaProfileMetaOptions): Promise<MediaProfileMeta>;
}

/** Creates the endpoints of a single title. */
export function createMediaApi(call: AuthorizedSend): MediaApi {
  return {
    getMedia: (mediaId, options) =>
      call({ method: 'GET', route: '/media/{mediaId}', params: { mediaId }, response: mediaSchema }, options),
    getMediaProfileMeta: (mediaId, options) =>
      call(
        {
          method: 'GET',
          route: '/profile/media/{mediaId}',
          params: { mediaId },
          query: { providers: options?.providers ? 'true' : undefined },
          response: mediaProfileMetaSchema,
        },
        options,
      ),
  };
}

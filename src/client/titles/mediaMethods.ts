import type { MediaProfileMetaOptions } from '../../api/mediaApi.js';
import type { Media, MediaProfileMeta } from '../../api/schemas/mediaFacts.js';
import type { SessionApi } from '../../api/sessionApi.js';
import type { CallOptions } from '../../api/http/transport.js';

/** Methods of `DiscovrClient` about a single title. */
export interface MediaMethods {
  /** What is known of a title: synopsis, pictures, cast, running time, release. */
  getMedia(mediaId: string, options?: CallOptions): Promise<Media>;
  /** What a title is to the active profile: liked or not, how far it was watched; with `providers`, where it is offered. */
  getMediaProfileMeta(mediaId: string, options?: MediaProfileMetaOptions): Promise<MediaProfileMeta>;
}

/** Makes the methods about a single title. */
export function createMediaMethods({ getMedia, getMediaProfileMeta }: SessionApi): MediaMethods {
  return { getMedia, getMediaProfileMeta };
}

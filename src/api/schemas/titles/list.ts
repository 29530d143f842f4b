import * as z from 'zod/mini';
import { looseObject } from '../looseObject.js';
import { knownItems, mediaId, mediaItemSchema, type MediaItem } from '../media.js';
import { batchSchema, type Batch } from '../paging.js';

/** Body of `POST /profile/disliked` and, by analogy, of the other lists (inferred). */
export const addSimpleListItemPayloadSchema = z.object({ mediaId });

/** Body that adds a title to a list. */
export interface AddSimpleListItemPayload {
  mediaId: string;
}

/** Response to a change of a list, the history or the playback. */
export const successMessageSchema = looseObject({
  message: z.string(),
  added: z.optional(z.string()),
  removed: z.optional(z.string()),
});

/** Response to a change of a list, the history or the playback. */
export interface SuccessMessage {
  /** Description for developers. */
  message: string;
  /** List to which the title was added. */
  added?: string | undefined;
  /** List from which the title was removed. */
  removed?: string | undefined;
}

/** Response of `GET /profile/liked` and the other lists (inferred): most recently added title first. */
export const mediaListResponseSchema = batchSchema(knownItems(mediaItemSchema));

/** Titles of a list, most recently added first. */
export interface MediaListResponse extends Batch {
  items: MediaItem[];
}

import * as z from 'zod/mini';
import { knownItems, mediaId, mediaItemSchema } from '../media.js';
import { partSchema } from '../paging.js';

/** The lists of a profile. The first three are exclusive: adding a title to one takes it off the others. */
export const mediaLists = ['liked', 'disliked', 'super_liked', 'watchlist'] as const;

/** A list of a profile. */
export type MediaList = (typeof mediaLists)[number];

/** Body of `POST /profile/disliked`, and by analogy of the other lists (inferred). */
export const addSimpleListItemPayloadSchema = z.object({ mediaId });

/** Body that adds a title to a list. */
export type AddSimpleListItemPayload = z.infer<typeof addSimpleListItemPayloadSchema>;

/** Answer to a change of a list, the history or the playback. */
export const successMessageSchema = z.looseObject({
  /** For developers. */
  message: z.string(),
  /** List the title was added to. */
  added: z.optional(z.string()),
  /** List the title was taken off. */
  removed: z.optional(z.string()),
});

/** Answer to a change of a list, the history or the playback. */
export type SuccessMessage = z.infer<typeof successMessageSchema>;

/** Answer to `GET /profile/liked` and the other lists (inferred): newest first. */
export const mediaListResponseSchema = partSchema(knownItems(mediaItemSchema));

/** Titles of a list, the one added last first. */
export type MediaListResponse = z.infer<typeof mediaListResponseSchema>;

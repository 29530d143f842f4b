import * as z from 'zod/mini';
import { checkRequest } from './checkRequest.js';
import type { MediaList } from './facts.js';
import { knownItems, mediaIdSchema, mediaItemSchema, type MediaItem } from './media.js';
import { batchSchema, pagingQuery, type Batch, type PagingOptions } from './paging.js';
import { looseObject } from './reading.js';
import type { AuthorizedSend, CallOptions } from './transport.js';

/** Body of `POST /profile/disliked` and, by analogy, of the other lists (inferred). */
export const addSimpleListItemPayloadSchema = z.object({ mediaId: mediaIdSchema });

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

/** Endpoints of a profile's lists. Only `POST /profile/disliked` is documented; the others are inferred by analogy. */
export interface ListApi {
  /** `POST /profile/{list}`. */
  addListItem(list: MediaList, payload: AddSimpleListItemPayload, options?: CallOptions): Promise<SuccessMessage>;
  /** `DELETE /profile/{list}/{mediaId}`. */
  removeListItem(list: MediaList, mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** `GET /profile/{list}`: most recently added title first. */
  getListItems(list: MediaList, options?: PagingOptions): Promise<MediaListResponse>;
}

/** Creates the endpoints of lists. */
export function createListApi(call: AuthorizedSend): ListApi {
  const route = '/profile/{list}';
  return {
    addListItem: (list, payload, options) =>
      call(
        {
          method: 'POST',
          route,
          params: { list },
          body: checkRequest(addSimpleListItemPayloadSchema, payload, 'The list item'),
          response: successMessageSchema,
        },
        options,
      ),
    removeListItem: (list, mediaId, options) =>
      call(
        { method: 'DELETE', route: `${route}/{mediaId}`, params: { list, mediaId }, response: successMessageSchema },
        options,
      ),
    getListItems: (list, options) =>
      call(
        { method: 'GET', route, params: { list }, query: pagingQuery(options), response: mediaListResponseSchema },
        options,
      ),
  };
}

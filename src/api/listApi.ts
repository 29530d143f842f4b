import type { AuthorizedSend } from './http/authorizedSend.js';
import { checkRequest } from './http/checkRequest.js';
import { pagingQuery, type PagingOptions } from './pagingOptions.js';
import type { MediaList } from './schemas/titles/mediaLists.js';
import {
  addSimpleListItemPayloadSchema,
  mediaListResponseSchema,
  successMessageSchema,
  type AddSimpleListItemPayload,
  type MediaListResponse,
  type SuccessMessage,
} from './schemas/titles/list.js';
import type { CallOptions } from './http/transport.js';

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

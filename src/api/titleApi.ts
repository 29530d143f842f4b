import type { AuthorizedSend } from './http/authorizedSend.js';
import { createHistoryApi, type HistoryApi } from './historyApi.js';
import { createListApi, type ListApi } from './listApi.js';
import { createMediaApi, type MediaApi } from './mediaApi.js';
import { createPlaybackApi, type PlaybackApi } from './playbackApi.js';
import { createRowApi, type RowApi } from './rowApi.js';

/** Endpoints of the session tier, except those that create and fetch a page. */
export interface TitleApi extends RowApi, MediaApi, ListApi, HistoryApi, PlaybackApi {}

/** Creates the endpoints of rows and titles. */
export function createTitleApi(call: AuthorizedSend): TitleApi {
  return {
    ...createRowApi(call),
    ...createMediaApi(call),
    ...createListApi(call),
    ...createHistoryApi(call),
    ...createPlaybackApi(call),
  };
}

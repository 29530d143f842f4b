import { createHistoryApi, type HistoryApi } from './history.js';
import { createListApi, type ListApi } from './lists.js';
import { createMediaApi, type MediaApi } from './mediaFacts.js';
import { createPageApi, type PageApi } from './pages.js';
import { createPlaybackApi, type PlaybackApi } from './playback.js';
import { createRowApi, type RowApi } from './rows.js';
import { authorizedSend, type Authorize, type Send } from './transport.js';

/** Endpoints that take the session token, with one typed method for each endpoint. */
export interface SessionApi extends PageApi, TitleApi {}

/** Endpoints of the session tier, except those that create and fetch a page. */
export interface TitleApi extends RowApi, MediaApi, ListApi, HistoryApi, PlaybackApi {}

/** Creates the session endpoints on top of a transport. */
export function createSessionApi(send: Send, authorize: Authorize): SessionApi {
  const call = authorizedSend(send, 'session', authorize);
  return {
    ...createPageApi(call),
    ...createRowApi(call),
    ...createMediaApi(call),
    ...createListApi(call),
    ...createHistoryApi(call),
    ...createPlaybackApi(call),
  };
}

import type { SessionApi } from '../../api/sessionApi.js';
import { createHistoryMethods, type HistoryMethods } from './historyMethods.js';
import { createListMethods, type ListMethods } from './listMethods.js';
import { createMediaMethods, type MediaMethods } from './mediaMethods.js';
import { createPlaybackMethods, type PlaybackMethods } from './playbackMethods.js';
import { createRowMethods, type RowMethods } from './rowMethods.js';

/** Methods of `DiscovrClient` about rows and titles, by the names of the official SDK. Each gives a promise. */
export interface TitleMethods extends RowMethods, MediaMethods, ListMethods, HistoryMethods, PlaybackMethods {}

/** Makes the methods about rows and titles over the session's endpoints. */
export function createTitleMethods(api: SessionApi): TitleMethods {
  return {
    ...createRowMethods(api),
    ...createMediaMethods(api),
    ...createListMethods(api),
    ...createHistoryMethods(api),
    ...createPlaybackMethods(api),
  };
}

import { loadedLater } from '../api/loadedLater.js';
import type { PagingOptions } from '../api/pagingOptions.js';
import type { Row, RowItem } from '../api/schemas/row.js';
import type { SessionApi } from '../api/sessionApi.js';
import { iterateParts } from './iterateParts.js';
import type { TitleMethods } from './titleMethods.js';

/** Options of `iterateRows` and `iterateItems`. */
export type IterateOptions = Omit<PagingOptions, 'nextPageToken'>;

/** What a client calls and gets no promise from; {@link TitleCalls} has the other methods as well. */
export abstract class IteratorCalls {
  /** Endpoints of the session tier, one to one with the wire. */
  abstract sessionApi(): SessionApi;

  /** All rows of a page, part by part as they are used up. */
  iterateRows(pageId: string, options?: IterateOptions): AsyncGenerator<Row, void, undefined> {
    return iterateParts(
      (nextPageToken) => this.sessionApi().getRows(pageId, { ...options, nextPageToken }),
      ({ rows }) => rows,
    );
  }

  /** All items of a row, part by part as they are used up. */
  iterateItems(pageId: string, rowId: string, options?: IterateOptions): AsyncGenerator<RowItem, void, undefined> {
    return iterateParts(
      (nextPageToken) => this.sessionApi().getRowItems(pageId, rowId, { ...options, nextPageToken }),
      ({ items }) => items,
    );
  }
}

Object.assign(
  IteratorCalls.prototype,
  loadedLater<TitleMethods, IteratorCalls>(
    {
      getRows: 1,
      getRow: 1,
      getRowItems: 1,
      getMedia: 1,
      getMediaProfileMeta: 1,
      addLikedItem: 1,
      removeLikedItem: 1,
      getLikedItems: 1,
      addDislikedItem: 1,
      removeDislikedItem: 1,
      getDislikedItems: 1,
      addSuperLikedItem: 1,
      removeSuperLikedItem: 1,
      getSuperLikedItems: 1,
      addWatchlistItem: 1,
      removeWatchlistItem: 1,
      getWatchlistItems: 1,
      addHistoryItem: 1,
      patchHistoryItem: 1,
      getHistoryItems: 1,
      getMediaHistory: 1,
      removeHistoryItem: 1,
      addPlaybackItem: 1,
      patchPlaybackItem: 1,
      scrobble: 1,
      scrobbleSkip: 1,
    },
    async (client) => {
      // The endpoints are loaded later, too. Both at once: one would wait for the other otherwise.
      const [{ createTitleMethods }] = await Promise.all([import('./titleMethods.js'), import('../api/titleApi.js')]);
      return createTitleMethods(client.sessionApi());
    },
  ),
);

/**
 * The part of `DiscovrClient` that is about rows and titles. {@link TitleMethods} says what each method does; their code is
 * loaded at the first call of one of them.
 */
// They were just put on the prototype, of which the class itself does not tell.
export const TitleCalls = IteratorCalls as abstract new () => IteratorCalls & TitleMethods;

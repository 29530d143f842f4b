import { loadedLater } from '../api/loadedLater.js';
import type { PagingOptions } from '../api/pagingOptions.js';
import type { Row, RowItem } from '../api/schemas/row.js';
import type { SessionApi } from '../api/sessionApi.js';
import { iterateParts } from './iterateParts.js';
import { titleMethodNames } from './titles/titleMethodNames.js';
import type { TitleMethods } from './titles/titleMethods.js';

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
  loadedLater<TitleMethods, IteratorCalls>(titleMethodNames, async (client) => {
    // The endpoints are loaded later, too. Both at once: one would wait for the other otherwise.
    const [{ createTitleMethods }] = await Promise.all([
      import('./titles/titleMethods.js'),
      import('../api/titleApi.js'),
    ]);
    return createTitleMethods(client.sessionApi());
  }),
);

/**
 * The part of `DiscovrClient` that is about rows and titles. {@link TitleMethods} says what each method does; their code is
 * loaded at the first call of one of them.
 */
// They were just put on the prototype, of which the class itself does not tell.
export const TitleCalls = IteratorCalls as abstract new () => IteratorCalls & TitleMethods;

import type { InfiniteData } from '@tanstack/react-query';
import type { RowsPart, RowsToken } from './rowsQueryOptions.js';

/**
 * Leaves out rows that stand already: sent twice, or, on a page that took another's place, of the type and title of a row of
 * that other.
 */
export function distinctRows(data: InfiniteData<RowsPart, RowsToken>): InfiniteData<RowsPart, RowsToken> {
  const ids = new Set<string>();
  const pageOf = new Map<string, string>();
  return {
    ...data,
    pages: data.pages.map(({ rows, ...part }) => ({
      ...part,
      rows: rows.filter(({ id, type, title }) => {
        const look = `${type} ${title}`;
        const page = pageOf.get(look) ?? part.pageId;
        if (ids.has(id) || page !== part.pageId) return false;
        ids.add(id);
        pageOf.set(look, page);
        return true;
      }),
    })),
  };
}

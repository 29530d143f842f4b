import type { Row } from '../../../api/schemas/row.js';

/** A batch of a page's rows. */
interface BatchOfRows {
  readonly pageId: string;
  readonly rows: Row[];
}

/**
 * Removes rows that are already listed: rows that were sent twice and, on a replacement page, rows with the type and
 * title of a row of an earlier page. A page may get its previous id back, so runs of batches of one page are compared,
 * not page ids.
 */
export function distinctRows<Batch extends BatchOfRows>(batches: readonly Batch[]): Batch[] {
  const ids = new Set<string>();
  const runOf = new Map<string, number>();
  let run = 0;
  return batches.map((batch, index) => {
    if (batch.pageId !== batches[index - 1]?.pageId) run += 1;
    const isNew = ({ id, type, title }: Row) => {
      const look = `${type} ${title}`;
      if (ids.has(id) || (runOf.get(look) ?? run) !== run) return false;
      ids.add(id);
      runOf.set(look, run);
      return true;
    };
    return { ...batch, rows: batch.rows.filter(isNew) };
  });
}

import type { Row } from '../../api/rows.js';

/** A batch of a page's rows. */
interface BatchOfRows {
  readonly pageId: string;
  readonly rows: Row[];
}

/**
 * Removes duplicate rows: each row whose id is already listed, and on a replacement page also each row whose type and
 * title equal those of a row of a replaced page. Only consecutive batches with the same page id count as one page,
 * because a replacement page may get a previous id back.
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

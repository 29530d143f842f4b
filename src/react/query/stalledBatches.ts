import type { Row } from '../../api/rows.js';
import { MAX_FRUITLESS_BATCHES, watchForNew, type ListEntry } from '../../client/batches.js';
import { distinctRows } from '../pages/rows/distinctRows.js';

/** Whether and where a list continues after a batch. */
export interface BatchEnd {
  readonly hasMore: boolean;
  readonly nextPageToken?: string | undefined;
}

/** A batch of rows, with the id of their page, or a batch of items. */
type AnyBatch = BatchEnd & ({ pageId: string; rows: Row[] } | { pageId?: never; items?: readonly ListEntry[] });

/** The last batch of each stalled list that the app has continued. */
const resumed = new WeakSet<BatchEnd>();

/**
 * Whether a list has stalled: the server reports more, but the last three batches contained nothing new. A stalled list
 * does not continue automatically, because it could request batches forever. After the app continues it, it stalls
 * again only after three more batches without new entries.
 */
export function haveStalled(batches: readonly BatchEnd[]): boolean {
  // Every list of the library has one of these two forms.
  const known = batches as readonly AnyBatch[];
  const last = known.at(-1);
  if (!last?.hasMore || last.nextPageToken === undefined || known.length < MAX_FRUITLESS_BATCHES) return false;
  // A repeated token means that the list has ended, not stalled.
  const isLikeLast = (batch: AnyBatch) => batch.nextPageToken === last.nextPageToken && batch.pageId === last.pageId;
  if (known.slice(0, -1).some(isLikeLast)) return false;
  const rows = distinctRows(known.filter((batch) => 'rows' in batch));
  const isNew = watchForNew();
  let fruitless = 0;
  known.forEach((batch, index) => {
    const entries = 'rows' in batch ? rows[index]!.rows : (batch.items ?? []);
    fruitless = isNew(entries) || resumed.has(batch) ? 0 : fruitless + 1;
  });
  return fruitless >= MAX_FRUITLESS_BATCHES;
}

/** Allows a stalled list to continue. */
export function resumeBatches(batches: readonly BatchEnd[]): void {
  const last = batches.at(-1);
  if (last) resumed.add(last);
}

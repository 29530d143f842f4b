import type { Row } from '../../api/schemas/row.js';
import { MAX_FRUITLESS_PARTS, watchForNew, type ListEntry } from '../../client/pages/newEntries.js';
import { distinctRows } from '../pages/rows/distinctRows.js';

/** How a list goes on after a batch. */
export interface PartEnd {
  readonly hasMore: boolean;
  readonly nextPageToken?: string | undefined;
}

/** A batch of a list: of rows, with their page, or of items. */
type AnyBatch = PartEnd & ({ pageId: string; rows: Row[] } | { pageId?: never; items?: readonly ListEntry[] });

/** Batches after which somebody asked a list to go on all the same. */
const resumed = new WeakSet<PartEnd>();

/**
 * Tells whether a list has stalled: it has more, but its last three batches brought nothing new. It then does not go on by
 * itself, or a server could be asked without end. Once somebody asks it to go on, it may bring three more such batches.
 */
export function haveStalled(batches: readonly PartEnd[]): boolean {
  // The lists of this library are of these two kinds.
  const known = batches as readonly AnyBatch[];
  const last = known.at(-1);
  if (!last?.hasMore || last.nextPageToken === undefined || known.length < MAX_FRUITLESS_PARTS) return false;
  // A token that comes again has ended the list.
  const isLikeLast = (batch: AnyBatch) => batch.nextPageToken === last.nextPageToken && batch.pageId === last.pageId;
  if (known.slice(0, -1).some(isLikeLast)) return false;
  const rows = distinctRows(known.filter((batch) => 'rows' in batch));
  const isNew = watchForNew();
  let fruitless = 0;
  known.forEach((batch, index) => {
    const entries = 'rows' in batch ? rows[index]!.rows : (batch.items ?? []);
    fruitless = isNew(entries) || resumed.has(batch) ? 0 : fruitless + 1;
  });
  return fruitless >= MAX_FRUITLESS_PARTS;
}

/** Lets a list that has stalled go on. */
export function resumeBatches(batches: readonly PartEnd[]): void {
  const last = batches.at(-1);
  if (last) resumed.add(last);
}

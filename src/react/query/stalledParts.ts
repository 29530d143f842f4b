import type { Row } from '../../api/schemas/row.js';
import { MAX_FRUITLESS_PARTS, watchForNew, type ListEntry } from '../../client/pages/newEntries.js';
import { distinctRows } from '../pages/rows/distinctRows.js';

/** How a list goes on after a part. */
export interface PartEnd {
  readonly hasMore: boolean;
  readonly nextPageToken?: string | undefined;
}

/** A part of a list: of rows, with their page, or of items. */
type AnyPart = PartEnd & ({ pageId: string; rows: Row[] } | { pageId?: never; items?: readonly ListEntry[] });

/** Parts after which somebody asked a list to go on all the same. */
const resumed = new WeakSet<PartEnd>();

/**
 * Tells whether a list has stalled: it has more, but its last three parts brought nothing new. It then does not go on by
 * itself, or a server could be asked without end. Once somebody asks it to go on, it may bring three more such parts.
 */
export function haveStalled(parts: readonly PartEnd[]): boolean {
  // The lists of this library are of these two kinds.
  const known = parts as readonly AnyPart[];
  const last = known.at(-1);
  if (!last?.hasMore || last.nextPageToken === undefined || known.length < MAX_FRUITLESS_PARTS) return false;
  // A token that comes again has ended the list.
  const isLikeLast = (part: AnyPart) => part.nextPageToken === last.nextPageToken && part.pageId === last.pageId;
  if (known.slice(0, -1).some(isLikeLast)) return false;
  const rows = distinctRows(known.filter((part) => 'rows' in part));
  const isNew = watchForNew();
  let fruitless = 0;
  known.forEach((part, index) => {
    const entries = 'rows' in part ? rows[index]!.rows : (part.items ?? []);
    fruitless = isNew(entries) || resumed.has(part) ? 0 : fruitless + 1;
  });
  return fruitless >= MAX_FRUITLESS_PARTS;
}

/** Lets a list that has stalled go on. */
export function resumeParts(parts: readonly PartEnd[]): void {
  const last = parts.at(-1);
  if (last) resumed.add(last);
}

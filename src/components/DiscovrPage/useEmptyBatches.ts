'use client';

import { useCallback, useState } from 'react';
import { MAX_FRUITLESS_PARTS } from '../../client/pages/newEntries.js';
import type { UseDiscovrPageResult } from './useDiscovrPage.js';

/** What {@link useEmptyBatches} gives. */
export interface EmptyBatches {
  /** Notes whether a row has items; one without takes no room. */
  readonly noteRow: (rowId: string, hasItems: boolean) => void;
  /** Whether three batches in a row brought nothing to see. The page then goes on only when a person asks for it. */
  readonly areFruitless: boolean;
  /** Lets the page go on for three more such batches. */
  readonly resume: () => void;
}

/**
 * Watches for batches whose rows have no items. Their rows are new, but they take no room: the end of the page would stay
 * near the viewport and ask for more without end.
 */
export function useEmptyBatches({ rows, batchSizes }: UseDiscovrPageResult): EmptyBatches {
  const [hasItems, setHasItems] = useState<ReadonlyMap<string, boolean>>(NONE);
  const [resumedAt, setResumedAt] = useState(0);
  let fruitless = 0;
  let start = 0;
  batchSizes.forEach((size, batch) => {
    const known = rows.slice(start, start + size).map(({ id }) => hasItems.get(id));
    start += size;
    if (known.includes(true) || batch < resumedAt) fruitless = 0;
    // A batch that is not known yet neither counts nor breaks the row.
    else if (!known.includes(undefined)) fruitless += 1;
  });
  return {
    noteRow: useCallback((id: string, has: boolean) => setHasItems((before) => new Map(before).set(id, has)), []),
    areFruitless: fruitless >= MAX_FRUITLESS_PARTS,
    resume: () => setResumedAt(batchSizes.length),
  };
}

const NONE: ReadonlyMap<string, boolean> = new Map();

'use client';

import { useCallback, useState } from 'react';
import { MAX_FRUITLESS_BATCHES } from '../../client/batches.js';
import type { PagePlaces } from './pagePlaces.js';
import type { UseDiscovrPageResult } from './useDiscovrPage.js';

/** Return value of {@link useEmptyBatches}. */
export interface EmptyBatches {
  /** Records whether a row has items or a button to load more. A row with neither takes no space. */
  readonly noteRow: (rowId: string, hasItems: boolean) => void;
  /** Whether three consecutive batches brought nothing visible, so that the page waits for the user to load more. */
  readonly areFruitless: boolean;
  /** Allows three more batches without visible rows. */
  readonly resume: () => void;
}

/**
 * Detects batches whose rows have no items. These rows take no space, so the end of the page stays near the viewport
 * and would load more batches endlessly.
 *
 * @param page the memory of the page. For another page, everything is unknown again.
 */
export function useEmptyBatches(
  { rows, batchSizes }: Pick<UseDiscovrPageResult, 'rows' | 'batchSizes'>,
  page: PagePlaces,
): EmptyBatches {
  const [{ of, hasItems, resumedAt }, setKnown] = useState({ of: page, ...NOTHING });
  if (of !== page) setKnown({ of: page, ...NOTHING });
  let fruitless = 0;
  let start = 0;
  batchSizes.forEach((size, batch) => {
    const known = rows.slice(start, start + size).map(({ id }) => hasItems.get(id));
    start += size;
    if (known.includes(true) || batch < resumedAt) fruitless = 0;
    // A batch with rows whose items are still unknown neither counts nor resets the count.
    else if (!known.includes(undefined)) fruitless += 1;
  });
  return {
    noteRow: useCallback(
      (id: string, has: boolean) => setKnown((known) => ({ ...known, hasItems: new Map(known.hasItems).set(id, has) })),
      [],
    ),
    areFruitless: fruitless >= MAX_FRUITLESS_BATCHES,
    resume: () => setKnown((known) => ({ ...known, resumedAt: batchSizes.length })),
  };
}

/** What is known of a page at first: whether a row has items, by its id, and how many batches the user has accepted. */
const NOTHING = { hasItems: new Map<string, boolean>(), resumedAt: 0 };

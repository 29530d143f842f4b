'use client';

import { useCallback, useState } from 'react';
import type { Option } from '../../filters/vocabulary/vocabulary.js';

/** Number of rows of a long list that are shown initially and added by each "Show more". */
export const ROWS_AT_A_TIME = 50;

/** Number of rows of a collapsed list, besides those that were chosen. */
const ROWS_OF_COLLAPSED = 8;

/** The visible part of a long list of options. */
export interface OptionWindow {
  readonly rows: readonly Option[];
  /** Number of matches that are not shown. */
  readonly hiddenCount: number;
  /** Moves chosen options to the top and resets the row limit. Call it when the query changes or the list opens. */
  restart(): void;
  showMore(): void;
}

interface UseOptionWindowOptions {
  readonly options: readonly Option[];
  /** Options that match the query. */
  readonly matches: readonly Option[];
  /** Ids of the chosen options. */
  readonly value: readonly string[];
  /** Whether the number of rows is limited. */
  readonly isBounded: boolean;
  /** Whether it is limited to a few. */
  readonly isCollapsed: boolean;
  readonly nameOf: (id: string) => string;
  /** Returns `true` for an id that the list does not offer. Its row is removed unless it is chosen. */
  readonly isGone: (id: string) => boolean;
}

/**
 * Returns the rows to show, in this order: options that were chosen on mount or at the last `restart()`, matches up to
 * the limit, and chosen options that would otherwise not be shown.
 */
export function useOptionWindow(given: UseOptionWindowOptions): OptionWindow {
  const { options, matches, value, isBounded, isCollapsed, nameOf, isGone } = given;
  const [pinned, setPinned] = useState<readonly string[]>(isBounded ? value : []);
  const [openRows, setOpenRows] = useState(ROWS_AT_A_TIME);
  const limit = isCollapsed ? ROWS_OF_COLLAPSED : openRows;

  const optionOf = (id: string): Option => {
    const known = options.find((option) => option.id === id) ?? matches.find((option) => option.id === id);
    return known ?? { id, label: nameOf(id) };
  };
  const present = pinned.filter((id) => value.includes(id) || !isGone(id));
  const pinnedIds = new Set(present);
  const unpinned = present.length > 0 ? matches.filter((option) => !pinnedIds.has(option.id)) : matches;
  const shown = isBounded ? unpinned.slice(0, limit) : unpinned;
  const shownIds = new Set([...present, ...shown.map((option) => option.id)]);
  const notShown = value.filter((id) => !shownIds.has(id));
  return {
    rows: [...present.map(optionOf), ...shown, ...notShown.map(optionOf)],
    hiddenCount: unpinned.length - shown.length,
    restart: useCallback(() => {
      setPinned(isBounded ? value : []);
      setOpenRows(ROWS_AT_A_TIME);
    }, [isBounded, value]),
    showMore: () => setOpenRows((rows) => rows + ROWS_AT_A_TIME),
  };
}

'use client';

import { useCallback, useState } from 'react';
import type { Option } from '../../filters/vocabulary/vocabulary.js';

/** Rows shown at first, and added by each "Show more", where a list is long. */
const ROWS_AT_A_TIME = 50;

/** Which options of a long list are shown. */
export interface OptionWindow {
  readonly rows: readonly Option[];
  /** How many more there are. */
  readonly hiddenCount: number;
  /** Begins anew: chosen options first, and the first rows. Call it when a search begins or the list opens. */
  restart(): void;
  showMore(): void;
}

/**
 * Picks the rows to show: what was chosen when the search began, then the matches up to the limit, then whatever has
 * been chosen since and would otherwise be out of sight.
 *
 * @param isGone tells of an id that is not chosen whether the list no longer offers it.
 */
export function useOptionWindow(
  matches: readonly Option[],
  options: readonly Option[],
  value: readonly string[],
  nameOf: (id: string) => string,
  isBounded: boolean,
  isGone: (id: string) => boolean,
): OptionWindow {
  const [pinned, setPinned] = useState<readonly string[]>(isBounded ? value : []);
  const [limit, setLimit] = useState(ROWS_AT_A_TIME);

  const optionOf = (id: string): Option => {
    const known = options.find((option) => option.id === id) ?? matches.find((option) => option.id === id);
    return known ?? { id, label: nameOf(id) };
  };
  const present = pinned.filter((id) => value.includes(id) || !isGone(id));
  const pinnedIds = new Set(present);
  const unpinned = present.length > 0 ? matches.filter((option) => !pinnedIds.has(option.id)) : matches;
  const shown = isBounded ? unpinned.slice(0, limit) : unpinned;
  const shownIds = new Set([...present, ...shown.map((option) => option.id)]);
  const outOfSight = value.filter((id) => !shownIds.has(id));
  return {
    rows: [...present.map(optionOf), ...shown, ...outOfSight.map(optionOf)],
    hiddenCount: unpinned.length - shown.length,
    restart: useCallback(() => {
      setPinned(isBounded ? value : []);
      setLimit(ROWS_AT_A_TIME);
    }, [isBounded, value]),
    showMore: () => setLimit((rows) => rows + ROWS_AT_A_TIME),
  };
}

/** Fields that identify an entry of a list. */
export interface ListEntry {
  readonly id: string;
  readonly type?: string | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/**
 * Returns a function that takes the batches of a list in order and returns whether the list has stalled: the last three
 * contain no new entry. A stalled list loads no more automatically, because it could do so forever. `isNew` says that a
 * batch counts as new, whatever its entries.
 */
export function watchForStall(): (entries?: readonly ListEntry[], isNew?: boolean) => boolean {
  const seen = new Set<string>();
  let withoutNew = 0;
  return (entries = [], isNew = false) => {
    const before = seen.size;
    for (const { type, id, season, episode } of entries) seen.add(JSON.stringify([type, id, season, episode]));
    withoutNew = isNew || seen.size > before ? 0 : withoutNew + 1;
    return withoutNew >= 3;
  };
}

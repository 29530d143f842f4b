/** Number of consecutive batches without a new entry after which the automatic loading of a list stops. */
export const MAX_FRUITLESS_BATCHES = 3;

/** Fields that identify an entry of a list. */
export interface ListEntry {
  readonly id: string;
  readonly type?: string | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** Returns a function that takes the batches of a list in order and returns whether a batch contains a new entry. */
export function watchForNew(): (entries: readonly ListEntry[]) => boolean {
  const seen = new Set<string>();
  return (entries) => {
    const before = seen.size;
    for (const { type, id, season, episode } of entries) seen.add(JSON.stringify([type, id, season, episode]));
    return seen.size > before;
  };
}

/** After so many batches in a row without anything new, a list goes on only when somebody asks for it. */
export const MAX_FRUITLESS_PARTS = 3;

/** What tells an entry of a list from the others. */
export interface ListEntry {
  readonly id: string;
  readonly type?: string | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** Makes a function that tells of each batch of a list, in order, whether an entry of it was in no batch before. */
export function watchForNew(): (entries: readonly ListEntry[]) => boolean {
  const seen = new Set<string>();
  return (entries) => {
    const before = seen.size;
    for (const { type, id, season, episode } of entries) seen.add(JSON.stringify([type, id, season, episode]));
    return seen.size > before;
  };
}

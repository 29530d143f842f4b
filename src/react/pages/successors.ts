import { keepLast } from '../../shared/keepLast.js';

/**
 * Remembers which id replaced which. Each entry points directly to the latest replacement, which has no entry itself.
 * So there are no chains to follow and no cycles, even when a page gets a previous id back.
 */
export class Successors {
  readonly #newest = new Map<string, string>();

  /** Returns the latest replacement of an id, or the id itself if it was never replaced. */
  latest(id: string): string {
    const newest = this.#newest.get(id);
    if (newest === undefined) return id;
    keepLast(this.#newest, id, newest);
    return newest;
  }

  /** Records that `to` replaced `from`. If `to` was replaced before, it becomes the latest id again. */
  replace(from: string, to: string): void {
    for (const [id, newest] of this.#newest) if (newest === from) this.#newest.set(id, to);
    this.#newest.delete(to);
    if (from !== to) keepLast(this.#newest, from, to);
  }
}

import { keepLast } from '../../client/keepLast.js';

/**
 * Knows what took whose place. Each entry leads to the newest at once and the newest has none, so there is no chain to
 * follow, and no circle, whatever comes back.
 */
export class Successors {
  readonly #newest = new Map<string, string>();

  /** The newest that took the place of one, or that one itself. */
  latest(id: string): string {
    const newest = this.#newest.get(id);
    if (newest === undefined) return id;
    keepLast(this.#newest, id, newest);
    return newest;
  }

  /** Notes that one took the place of another. One that was replaced itself before is the newest again. */
  replace(from: string, to: string): void {
    for (const [id, newest] of this.#newest) if (newest === from) this.#newest.set(id, to);
    this.#newest.delete(to);
    if (from !== to) keepLast(this.#newest, from, to);
  }
}

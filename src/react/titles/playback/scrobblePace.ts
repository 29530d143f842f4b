/** The API wishes to hear of a playback every 10 to 30 seconds. */
const SHORTEST_INTERVAL_MS = 10_000;
const LONGEST_INTERVAL_MS = 30_000;

/** Milliseconds between two reports of a playback that goes on. */
export const DEFAULT_INTERVAL_MS = 15_000;

/** What is played, and when it was last told of. */
interface LastReport {
  readonly what: string;
  /** Milliseconds, of a clock that nobody sets. */
  readonly at: number;
}

/** Decides which of a player's reports are sent: it tells of its progress several times a second. */
export class ScrobblePace {
  #last: LastReport | undefined;

  /**
   * Tells whether a report is due, and takes it for sent where it is. What is played anew is told at once.
   *
   * @param what the title, and the episode of a series.
   * @param intervalMs taken for 10,000 where it is less, for 30,000 where it is more.
   */
  isDue(what: string, intervalMs: number): boolean {
    const pause = Math.min(Math.max(intervalMs, SHORTEST_INTERVAL_MS), LONGEST_INTERVAL_MS);
    if (this.#last?.what === what && performance.now() - this.#last.at < pause) return false;
    this.note(what);
    return true;
  }

  /** Takes note of a report that is sent in any case. */
  note(what: string): void {
    this.#last = { what, at: performance.now() };
  }
}

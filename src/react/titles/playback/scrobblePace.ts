/** The API asks for a report every 10 to 30 seconds during playback. */
const SHORTEST_INTERVAL_MS = 10_000;
const LONGEST_INTERVAL_MS = 30_000;

/** Milliseconds between two reports during playback. */
export const DEFAULT_INTERVAL_MS = 15_000;

/** The title and episode of the last report, and its time. */
interface LastReport {
  readonly what: string;
  /** Milliseconds of the monotonic clock. */
  readonly at: number;
}

/** Decides which progress events of a player to send, because players fire them several times a second. */
export class ScrobblePace {
  #last: LastReport | undefined;

  /**
   * Returns whether a report is due, and if so, records it as sent. The first report after the title or episode changes
   * is always due.
   *
   * @param what the title, and the episode of a series.
   * @param intervalMs limited to the range from 10,000 to 30,000.
   */
  isDue(what: string, intervalMs: number): boolean {
    const pause = Math.min(Math.max(intervalMs, SHORTEST_INTERVAL_MS), LONGEST_INTERVAL_MS);
    if (this.#last?.what === what && performance.now() - this.#last.at < pause) return false;
    this.note(what);
    return true;
  }

  /** Records a report that is sent without waiting for the interval. */
  note(what: string): void {
    this.#last = { what, at: performance.now() };
  }
}

import type { DeviceClock } from '../deviceClock.js';
import { shortHash } from '../shortHash.js';
import type { ProfileChoice } from '../tabs/tabMessage.js';

/** Orders profile choices made in several tabs, so that all tabs agree on the latest one. */
export class ProfileChoices {
  readonly #clock: DeviceClock;
  readonly #ownName = shortHash(String(Math.random()));
  #latest: ProfileChoice | undefined;

  constructor(clock: DeviceClock) {
    this.#clock = clock;
  }

  /** The latest choice this tab knows of. */
  get latest(): ProfileChoice | undefined {
    return this.#latest;
  }

  /** Records a choice made in this tab. It counts as later than all known choices, even if the clock was set back. */
  add(): void {
    this.#latest = { at: Math.max(this.#clock.now(), (this.#latest?.at ?? 0) + 1), by: this.#ownName };
  }

  /** Compares a choice made in another tab with the latest one, and records it if it is later. */
  record(choice: ProfileChoice): 'earlier' | 'same' | 'later' {
    const latest = this.#latest;
    if (latest && choice.at === latest.at && choice.by === latest.by) return 'same';
    if (latest && (choice.at === latest.at ? choice.by < latest.by : choice.at < latest.at)) return 'earlier';
    this.#latest = choice;
    return 'later';
  }
}

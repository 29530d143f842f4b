import { abortError } from '../api/abort.js';
import type { SessionToken } from './sessionToken.js';

interface Flight {
  readonly key: string;
  readonly wishes: (() => boolean)[];
  readonly token: Promise<SessionToken>;
}

/** Makes the error with which a mint that nobody wants any more ends. */
export function mintDropped(): DOMException {
  return abortError('Another profile was chosen, or the person signed out, meanwhile.');
}

/** Lets one mint run at a time: calls under the same key share it, one under another key waits its turn. */
export class MintQueue {
  #flight: Flight | undefined;

  /**
   * @param key tells for whom it is minted: the person and the profile.
   * @param isWanted asked before the mint starts, and again before its token may be used.
   * @param mint starts the mint; it is told how to ask whether anybody still wants it.
   */
  async run(
    key: string,
    isWanted: () => boolean,
    mint: (isStillWanted: () => boolean) => Promise<SessionToken>,
  ): Promise<SessionToken> {
    while (this.#flight && this.#flight.key !== key) await this.#flight.token.catch(() => undefined);
    if (!isWanted()) throw mintDropped();
    if (this.#flight) {
      this.#flight.wishes.push(isWanted);
      return this.#flight.token;
    }
    const wishes = [isWanted];
    const flight: Flight = { key, wishes, token: mint(() => wishes.some((isWish) => isWish())) };
    this.#flight = flight;
    const land = () => {
      this.#flight = undefined;
    };
    flight.token.then(land, land);
    return flight.token;
  }
}

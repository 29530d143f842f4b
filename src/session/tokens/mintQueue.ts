import { abortError } from '../../api/http/abort.js';
import type { SessionToken } from './sessionToken.js';

interface Flight {
  readonly key: string;
  readonly wishes: (() => boolean)[];
  readonly controller: AbortController;
  readonly token: Promise<SessionToken>;
}

/** What a mint is told of those who wait for it. */
export interface MintFlight {
  /** Whether anybody still wants it. */
  readonly isWanted: () => boolean;
  /** Aborts when another mint waits and nobody wants this one any more. */
  readonly signal: AbortSignal;
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
   * @param mint starts the mint.
   */
  async run(
    key: string,
    isWanted: () => boolean,
    mint: (flight: MintFlight) => Promise<SessionToken>,
  ): Promise<SessionToken> {
    while (this.#flight && this.#flight.key !== key) {
      const { wishes, controller, token } = this.#flight;
      if (!isAnyTrue(wishes)) controller.abort(mintDropped());
      await token.catch(() => undefined);
    }
    if (!isWanted()) throw mintDropped();
    if (this.#flight) {
      this.#flight.wishes.push(isWanted);
      return this.#flight.token;
    }
    const wishes = [isWanted];
    const controller = new AbortController();
    const token = mint({ isWanted: () => isAnyTrue(wishes), signal: controller.signal });
    this.#flight = { key, wishes, controller, token };
    const land = () => {
      this.#flight = undefined;
    };
    token.then(land, land);
    return token;
  }
}

function isAnyTrue(wishes: readonly (() => boolean)[]): boolean {
  return wishes.some((isWanted) => isWanted());
}

import { abortError } from '../../api/http/abort.js';
import type { SessionToken } from './sessionToken.js';

interface Flight {
  readonly key: string;
  /** The `isWanted` functions of all calls that share the flight. */
  readonly wanted: (() => boolean)[];
  readonly controller: AbortController;
  readonly token: Promise<SessionToken>;
}

/** Details passed to a mint about the calls that wait for it. */
export interface MintFlight {
  /** Whether any of the waiting calls still needs it. */
  readonly isWanted: () => boolean;
  /** Aborts when another mint waits and no call needs this one. */
  readonly signal: AbortSignal;
}

/** Creates the error for a call that was overtaken by a profile switch or a sign-out. */
export function mintDropped(): DOMException {
  return abortError('The call was aborted because another profile was selected or the user signed out.');
}

/** Runs one mint at a time. Calls with the same key share a mint; calls with another key wait for their turn. */
export class MintQueue {
  #flight: Flight | undefined;

  /**
   * @param key user and profile to mint for.
   * @param isWanted whether the caller still needs it; called before the mint starts, and before its token is used.
   * @param mint starts the mint.
   */
  async run(
    key: string,
    isWanted: () => boolean,
    mint: (flight: MintFlight) => Promise<SessionToken>,
  ): Promise<SessionToken> {
    while (this.#flight && this.#flight.key !== key) {
      const { wanted, controller, token } = this.#flight;
      if (!isAnyTrue(wanted)) controller.abort(mintDropped());
      await token.catch(() => undefined);
    }
    if (!isWanted()) throw mintDropped();
    if (this.#flight) {
      this.#flight.wanted.push(isWanted);
      return this.#flight.token;
    }
    const wanted = [isWanted];
    const controller = new AbortController();
    const token = mint({ isWanted: () => isAnyTrue(wanted), signal: controller.signal });
    this.#flight = { key, wanted, controller, token };
    const land = () => {
      this.#flight = undefined;
    };
    token.then(land, land);
    return token;
  }
}

function isAnyTrue(wanted: readonly (() => boolean)[]): boolean {
  return wanted.some((isWanted) => isWanted());
}

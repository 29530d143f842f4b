import { abortError, abortWith } from '../../api/http/abort.js';
import type { SessionToken } from './sessionToken.js';

interface RunningMint {
  readonly key: string;
  /** The `isWanted` functions of all calls that share the mint. */
  readonly wanted: (() => boolean)[];
  readonly controller: AbortController;
  readonly token: Promise<SessionToken>;
}

/** What a mint can read about the calls that wait for it. */
export interface MintContext {
  /** Whether any of the waiting calls still needs the token. */
  readonly isWanted: () => boolean;
  /** Aborts when no call needs the token and a mint with another key waits. */
  readonly signal: AbortSignal;
}

/** Creates the error for a call during which the user selected another profile or signed out. */
export function sessionChangedError(): DOMException {
  return abortError('The call was aborted because another profile was selected or the user signed out.');
}

/** Runs one mint at a time. Calls with the same key share a mint; calls with another key wait for their turn. */
export class MintQueue {
  #running: RunningMint | undefined;

  /**
   * @param key user and profile to mint for.
   * @param isWanted whether the caller still needs the token; called before the mint, and before the token is used.
   * @param mint runs the mint; called at most once for all calls that share it.
   */
  async run(
    key: string,
    isWanted: () => boolean,
    mint: (context: MintContext) => Promise<SessionToken>,
  ): Promise<SessionToken> {
    while (this.#running && this.#running.key !== key) {
      const { wanted, controller, token } = this.#running;
      if (!isAnyTrue(wanted)) abortWith(controller, sessionChangedError());
      await token.catch(() => undefined);
    }
    if (!isWanted()) throw sessionChangedError();
    if (this.#running) {
      this.#running.wanted.push(isWanted);
      return this.#running.token;
    }
    const wanted = [isWanted];
    const controller = new AbortController();
    const token = mint({ isWanted: () => isAnyTrue(wanted), signal: controller.signal });
    this.#running = { key, wanted, controller, token };
    const end = () => {
      this.#running = undefined;
    };
    token.then(end, end);
    return token;
  }
}

function isAnyTrue(wanted: readonly (() => boolean)[]): boolean {
  return wanted.some((isWanted) => isWanted());
}

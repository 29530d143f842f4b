import { isPassingFault } from '../../api/errors/passingFault.js';
import { startTimer } from '../../api/time/startTimer.js';
import type { Lifetime } from '../lifetime.js';
import { onOnline } from '../network.js';
import type { TokenServer } from '../tokens/tokenServer.js';
import { isTokenRefusal } from './refusal.js';
import { REVOCATION_RETRY_LIMIT_MS, REVOCATION_RETRY_MS } from '../timing.js';

/**
 * Revokes refresh tokens at the server, and tries again while the page lives where it cannot be reached: at growing
 * intervals, and when the network is back.
 */
export class Revocations {
  readonly #server: Pick<TokenServer, 'revoke'>;
  readonly #lifetime: Lifetime;

  /** @param lifetime at its end there are no further tries. */
  constructor(server: Pick<TokenServer, 'revoke'>, lifetime: Lifetime) {
    this.#server = server;
    this.#lifetime = lifetime;
  }

  /**
   * Revokes a token. Settles with the first try: `false` where it did not get through and is tried again later.
   *
   * @throws where the server answered that it will not.
   */
  async revoke(refreshToken: string): Promise<boolean> {
    try {
      await this.#try(refreshToken);
      return true;
    } catch (error) {
      if (!isPassingFault(error)) throw error;
      void this.#tryAgain(refreshToken);
      return false;
    }
  }

  async #try(refreshToken: string): Promise<void> {
    try {
      await this.#server.revoke(refreshToken);
    } catch (error) {
      // A token the server refuses is as good as revoked.
      if (!isTokenRefusal(error)) throw error;
    }
  }

  async #tryAgain(refreshToken: string): Promise<void> {
    for (let tries = 0; !this.#lifetime.isOver; tries += 1) {
      await untilDueOrOnline(Math.min(REVOCATION_RETRY_LIMIT_MS, REVOCATION_RETRY_MS * 2 ** tries), this.#lifetime);
      if (this.#lifetime.isOver) return;
      const isDone = await this.#try(refreshToken).then(
        () => true,
        // What the server will never do is not asked for again.
        (error: unknown) => !isPassingFault(error),
      );
      if (isDone) return;
    }
  }
}

/** Waits, at most until the network is back. Node does not stay alive for it. */
function untilDueOrOnline(ms: number, lifetime: Lifetime): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stopTimer();
      undos.forEach((undo) => undo());
      resolve();
    };
    const stopTimer = startTimer(go, ms * (1 - Math.random() / 2), false);
    const undos = [onOnline(go), lifetime.onEnd(go)];
  });
}

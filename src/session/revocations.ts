import { isTemporaryFailure } from '../shared/errors.js';
import { startTimer } from '../shared/time.js';
import type { Lifetime } from '../shared/lifetime.js';
import { onWindow } from '../platform/browser.js';
import type { TokenServer } from './mints.js';
import { isTokenRefusal } from './sessionState.js';
import { REVOCATION_RETRY_LIMIT_MS, REVOCATION_RETRY_MS } from './clock.js';

/**
 * Revokes refresh tokens at the server. After a temporary failure (offline, 429 or 5xx), it retries while the page is
 * open: at growing intervals, and when the device is online again.
 */
export class Revocations {
  readonly #server: Pick<TokenServer, 'revoke'>;
  readonly #lifetime: Lifetime;

  /** @param lifetime when it ends, retries stop. */
  constructor(server: Pick<TokenServer, 'revoke'>, lifetime: Lifetime) {
    this.#server = server;
    this.#lifetime = lifetime;
  }

  /**
   * Revokes a token. Settles after the first attempt; resolves with `false` if it failed temporarily and is retried.
   *
   * @throws when the server refuses to revoke the token.
   */
  async revoke(refreshToken: string): Promise<boolean> {
    try {
      await this.#try(refreshToken);
      return true;
    } catch (error) {
      if (!isTemporaryFailure(error)) throw error;
      void this.#retry(refreshToken);
      return false;
    }
  }

  async #try(refreshToken: string): Promise<void> {
    try {
      await this.#server.revoke(refreshToken);
    } catch (error) {
      // A token that the server refuses needs no revocation.
      if (!isTokenRefusal(error)) throw error;
    }
  }

  async #retry(refreshToken: string): Promise<void> {
    for (let tries = 0; !this.#lifetime.isOver; tries += 1) {
      await untilDueOrOnline(Math.min(REVOCATION_RETRY_LIMIT_MS, REVOCATION_RETRY_MS * 2 ** tries), this.#lifetime);
      if (this.#lifetime.isOver) return;
      const isDone = await this.#try(refreshToken).then(
        () => true,
        // A refusal is final, so it ends the retries.
        (error: unknown) => !isTemporaryFailure(error),
      );
      if (isDone) return;
    }
  }
}

/** Waits until the time has passed, the device is online again, or the lifetime ends. Does not keep Node running. */
function untilDueOrOnline(ms: number, lifetime: Lifetime): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stopTimer();
      undos.forEach((undo) => undo());
      resolve();
    };
    const stopTimer = startTimer(go, ms * (1 - Math.random() / 2), false);
    const undos = [onWindow('online', go), lifetime.onEnd(go)];
  });
}

import { isTemporaryFailure } from '../shared/errors.js';
import { startTimer } from '../shared/time.js';
import type { Lifetime } from '../shared/lifetime.js';
import type { Platform } from '../platform/platform.js';
import type { TokenServer } from './mints.js';
import { isTokenRefusal } from './sessionState.js';
import { REVOCATION_RETRY_LIMIT_MS, REVOCATION_RETRY_MS } from './clock.js';

interface RevocationsOptions {
  readonly server: Pick<TokenServer, 'revoke'>;
  /** When it ends, retries stop. */
  readonly lifetime: Lifetime;
  readonly platform: Pick<Platform, 'online'>;
}

/**
 * Revokes refresh tokens at the server. After a temporary failure (offline, 429 or 5xx), it retries while the page is
 * open: at growing intervals, and when the device is online again.
 */
export class Revocations {
  readonly #options: RevocationsOptions;
  readonly #running = new Set<Promise<boolean>>();
  /** Number of tokens that are not revoked yet, or never will be. */
  #valid = 0;

  constructor(options: RevocationsOptions) {
    this.#options = options;
  }

  /**
   * Revokes a token. Settles after the first attempt; resolves with `false` if it failed temporarily and is retried.
   *
   * @throws when the server refuses to revoke the token.
   */
  revoke(refreshToken: string): Promise<boolean> {
    const revoking = this.#revoke(refreshToken);
    this.#running.add(revoking);
    const end = () => this.#running.delete(revoking);
    revoking.then(end, end);
    return revoking;
  }

  /** Whether all tokens are revoked, after the first attempt for each. */
  async areDone(): Promise<boolean> {
    await Promise.allSettled(this.#running);
    return this.#valid === 0;
  }

  async #revoke(refreshToken: string): Promise<boolean> {
    this.#valid += 1;
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
      await this.#options.server.revoke(refreshToken);
    } catch (error) {
      // A token that the server refuses needs no revocation.
      if (!isTokenRefusal(error)) throw error;
    }
    this.#valid -= 1;
  }

  async #retry(refreshToken: string): Promise<void> {
    const { lifetime } = this.#options;
    for (let tries = 0; !lifetime.isOver; tries += 1) {
      await this.#untilDueOrOnline(Math.min(REVOCATION_RETRY_LIMIT_MS, REVOCATION_RETRY_MS * 2 ** tries));
      if (lifetime.isOver) return;
      const isDone = await this.#try(refreshToken).then(
        () => true,
        // A refusal is final, so it ends the retries.
        (error: unknown) => !isTemporaryFailure(error),
      );
      if (isDone) return;
    }
  }

  /** Waits until the time has passed, the device is online again, or the lifetime ends. Does not keep Node running. */
  #untilDueOrOnline(ms: number): Promise<void> {
    const { lifetime, platform } = this.#options;
    return new Promise((resolve) => {
      const go = () => {
        stopTimer();
        undos.forEach((undo) => undo());
        resolve();
      };
      const stopTimer = startTimer(go, ms * (1 - Math.random() / 2), false);
      const goIfOnline = () => platform.online.isOnline() && go();
      const undos = [platform.online.onChanged(goIfOnline), lifetime.onEnd(go)];
    });
  }
}

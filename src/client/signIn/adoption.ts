import { isDiscovrError } from '../../api/errors/discovrError.js';
import type { DiscovrAuth } from '../../session/discovrAuth.js';
import { createObservers } from '../../session/observers.js';
import type { SignInResult } from '../../session/signInResult.js';
import type { DiscovrCredential } from '../../session/store/credential.js';

/** Takes on credentials that a sign-in ended with, or that the app obtained itself. */
export class Adoption {
  readonly #auth: Pick<DiscovrAuth, 'adopt'>;
  readonly #isKeptByHost: boolean;
  readonly #unkept = createObservers<void>();
  /** Hears of sign-ins that the store did not keep. Returns the undo. */
  readonly onNotKept = this.#unkept.add;

  /** @param isKeptByHost whether a session source keeps the credential: none can then be taken on here. */
  constructor(auth: Pick<DiscovrAuth, 'adopt'>, isKeptByHost: boolean) {
    this.#auth = auth;
    this.#isKeptByHost = isKeptByHost;
  }

  /** Takes on a credential. Rejects where a session source keeps the credential, or the store does not. */
  async adopt(credential: DiscovrCredential): Promise<void> {
    if (this.#isKeptByHost) {
      throw new TypeError(
        'The sessionSource keeps the credential. Sign in at your back end, then call refreshSignIn().',
      );
    }
    await this.#auth.adopt(credential).catch((error: unknown) => {
      if (isDiscovrError(error, 'SIGN_IN_NOT_KEPT')) this.#unkept.notify();
      throw error;
    });
  }

  /** Takes on a credential, and tells whether the store keeps it. */
  async signIn(credential: DiscovrCredential): Promise<SignInResult> {
    try {
      await this.adopt(credential);
      return { kept: true };
    } catch (error) {
      if (isDiscovrError(error, 'SIGN_IN_NOT_KEPT')) return { kept: false };
      throw error;
    }
  }
}

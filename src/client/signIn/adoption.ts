import { isDiscovrError } from '../../api/errors/discovrError.js';
import type { DiscovrAuth } from '../../session/discovrAuth.js';
import { createObservers } from '../../session/observers.js';
import type { SignInResult } from '../../session/signInResult.js';
import type { DiscovrCredential } from '../../session/store/credential.js';

/** Signs in with credentials that come from a sign-in or from the app itself. */
export class Adoption {
  readonly #auth: Pick<DiscovrAuth, 'adopt'>;
  readonly #isKeptByBackEnd: boolean;
  readonly #unkept = createObservers<void>();
  /** Calls a listener for each sign-in that the store did not keep. Returns a function that unsubscribes. */
  readonly onNotKept = this.#unkept.add;

  /** @param isKeptByBackEnd whether a session source keeps the credential. If so, {@link adopt} rejects. */
  constructor(auth: Pick<DiscovrAuth, 'adopt'>, isKeptByBackEnd: boolean) {
    this.#auth = auth;
    this.#isKeptByBackEnd = isKeptByBackEnd;
  }

  /**
   * Signs in with a credential.
   *
   * @throws {TypeError} when a session source keeps the credential.
   * @throws {DiscovrError} `SIGN_IN_NOT_KEPT` when the store cannot keep it.
   */
  async adopt(credential: DiscovrCredential): Promise<void> {
    if (this.#isKeptByBackEnd) {
      throw new TypeError(
        'The sessionSource keeps the credential. Sign in at your back end, then call refreshSignIn().',
      );
    }
    await this.#auth.adopt(credential).catch((error: unknown) => {
      if (isDiscovrError(error, 'SIGN_IN_NOT_KEPT')) this.#unkept.notify();
      throw error;
    });
  }

  /** Signs in with a credential. The result reports whether the store keeps it. */
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

import type { CallOptions } from '../../api/http/transport.js';
import type { IdentityApi } from '../../api/identityApi.js';

/** Sign-in at the app's back end. */
export interface BackEndSignIn {
  /** Id of the sign-in. It is not a secret: tabs use it to distinguish users. */
  publicId: string;
  /** Id of the active profile, if the back end remembers it from the last mint. */
  profileId?: string | undefined;
}

/**
 * Functions that call the app's back end. They return the responses of Discovr's identity endpoints. The back end
 * identifies the user by a cookie, and calls these endpoints with the refresh token of that user.
 *
 * When a call fails, the function must reject with a `DiscovrError`, or with any error that has a `status`, and a
 * `code` if Discovr sent one. A `status` of 401 means that no user is signed in.
 */
export interface SessionSourceCalls extends IdentityApi {
  /**
   * Returns the current sign-in, or `null` when no user is signed in. Called when the client starts, and when its
   * browser tab is shown again.
   */
  getSignIn(options?: CallOptions): Promise<BackEndSignIn | null>;
}

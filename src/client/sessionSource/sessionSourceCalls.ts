import type { CallOptions } from '../../api/http/transport.js';
import type { IdentityApi } from '../../api/identityApi.js';

/** Who is signed in at the app's own back end. */
export interface SignInAtHost {
  /** Names the sign-in, not secretly: tabs tell people apart by it. */
  publicId: string;
  /** The profile in use, where the back end remembers it from the last mint. */
  profileId?: string | undefined;
}

/**
 * What the app's own back end can be asked for: what the identity endpoints of Discovr give, which it calls with the
 * refresh token of the person its cookie names.
 *
 * Reject with a `DiscovrError`, or with any error that has `status`, and `code` where Discovr gave one: 401 means that
 * nobody is signed in any more.
 */
export interface SessionSourceCalls extends IdentityApi {
  /** Who is signed in; `null` for nobody. Asked at the start, and when the page is shown again. */
  getSignIn(options?: CallOptions): Promise<SignInAtHost | null>;
}

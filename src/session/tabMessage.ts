import type { SharedSessionToken } from './sessionToken.js';

/** The choice of a profile, in an order on which all tabs agree: by time, then by the tab's own name. */
export interface ProfileChoice {
  readonly at: number;
  readonly by: string;
}

/**
 * What tabs of one app tell each other. A person is named by a hash; no message carries a refresh token.
 *
 * - `here`: another tab exists
 * - `adopted`: somebody signed in, and the credential is in the store
 * - `signedOut`: by a wish in the sending tab, or refused by the server there
 * - `profileLeft`: a profile is gone
 * - `ask`: who has a session token for this profile?
 * - `token`: a session token, how long ago it came, and the choice of profile it stands for where tabs share that choice
 */
export type TabMessage =
  | { readonly type: 'here' }
  | { readonly type: 'adopted'; readonly person: string }
  | { readonly type: 'signedOut'; readonly person: string; readonly isRefused: boolean }
  | { readonly type: 'profileLeft' | 'ask'; readonly person: string; readonly profileId: string }
  | {
      readonly type: 'token';
      readonly person: string;
      readonly token: SharedSessionToken;
      readonly ageMs: number;
      readonly choice?: ProfileChoice | undefined;
    };

/** Grows when messages change their shape, so that tabs with different releases of an app do not misread each other. */
const VERSION = 1;

/** Wraps a message for the channel. */
export function writeTabMessage(message: TabMessage): unknown {
  return { discovr: VERSION, message };
}

/**
 * Reads what came over the channel. Whoever can post there runs on the app's own origin and is no less trusted than this
 * tab, so the mark is enough.
 */
export function readTabMessage(data: unknown): TabMessage | undefined {
  const { discovr, message }: { discovr?: unknown; message?: TabMessage } = { ...Object(data) };
  return discovr === VERSION ? message : undefined;
}

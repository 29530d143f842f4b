import { abortError } from '../../api/http/abort.js';
import type { SessionState } from '../../session/state/sessionState.js';

/** A number that grows with each change of the session (`epoch`), or with each sign-out (`accountEpoch`). */
export type EpochName = 'epoch' | 'accountEpoch';

/** The session of an SDK, as its observers report it. */
export interface SdkSession {
  now(): { readonly state: SessionState } & Readonly<Record<EpochName, number>>;
}

/**
 * Returns a function that throws an `AbortError` when a result or a call is outdated: the user of the account
 * (`accountEpoch`) or the profile (`epoch`) has changed since then. If there is none at the moment, nothing is outdated.
 */
export function guardOf(session: SdkSession, epochName: EpochName): () => void {
  const { state, [epochName]: began } = session.now();
  const isKnown = state.status === 'active' || (epochName === 'accountEpoch' && state.status === 'signedIn');
  return () => {
    if (session.now()[epochName] !== began && isKnown) {
      throw abortError('The profile changed or the user signed out during the call.');
    }
  };
}

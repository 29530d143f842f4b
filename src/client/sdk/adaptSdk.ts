import type { Platform } from '../../platform/platform.js';
import { areSessionsEqual, UNKNOWN_SESSION, type SessionState } from '../../session/sessionState.js';
import type { SessionRefreshed } from '../../session/tokens.js';
import { lateMethods, loadOnce } from '../../shared/lateModule.js';
import { countedStart, createObservers } from '../../shared/observers.js';
import type { DiscovrClientLike } from '../clientLike.js';
import type { DiscovrSdkLike, SdkMoment, SdkTier } from './sdkCalls.js';

const NO_SESSION: SessionRefreshed = { profileId: null, sessionId: null, expiresAt: null };

/**
 * Adapts an instance of the official SDK to the client that the React layer uses. Calls that the SDK lacks reject with
 * `NOT_SUPPORTED`. While connected, the session state is derived from the SDK's observers. Errors become
 * `DiscovrError`s, and results that arrive after sign-out or a profile switch are dropped. The code of the calls is
 * loaded by the first of them.
 */
export function adaptSdkOn(platform: Platform, sdk: DiscovrSdkLike): DiscovrClientLike {
  const stateObservers = createObservers<void>();
  const refreshObservers = createObservers<SessionRefreshed>();
  let state = UNKNOWN_SESSION;
  let session = NO_SESSION;
  let signedIn: boolean | undefined;
  /** Numbers that grow when results become outdated: those about the account only on sign-out, public ones never. */
  const epochs: Record<SdkTier, number> = { session: 0, account: 0, public: 0 };

  const derive = () => {
    const next = stateFrom(signedIn, sdk.getActiveProfileId());
    if (areSessionsEqual(next, state)) return;
    state = next;
    epochs.session += 1;
    if (next.status === 'signedOut') epochs.account += 1;
    stateObservers.notify();
  };

  const now = (): SdkMoment => {
    derive();
    return { status: state.status, ...epochs };
  };
  const load = loadOnce('calls', async () => (await import('./sdkCalls.js')).createSdkCalls(sdk, now));
  const calls = async () => {
    const began = now();
    return (await load())(began);
  };

  return lateMethods(calls, {
    // The SDK does not name its client id.
    clientId: 'sdk',
    platform,
    lacks: (method) => method === 'signInWithPopup' || !sdk[method],
    getSession: () => state,
    onSessionChanged: (listener) => stateObservers.add(listener),
    onSessionRefreshed(listener) {
      listener(session);
      return refreshObservers.add(listener);
    },
    connect: countedStart(() => {
      const undoAuth = sdk.onAuthStateChanged((change) => {
        signedIn = change.signedIn;
        derive();
      });
      const undoSession = sdk.onSessionRefreshed(({ profileId = null, expiresAt = null }) => {
        derive();
        session = { profileId, sessionId: null, expiresAt };
        refreshObservers.notify(session);
      });
      load().catch(() => undefined);
      return () => {
        undoAuth?.();
        undoSession?.();
      };
    }),
    // Users sign in with the SDK itself.
    onSignInNotKept: () => () => undefined,
    completeWebSignIn: async () => null,
  } satisfies Partial<DiscovrClientLike>);
}

function stateFrom(signedIn: boolean | undefined, profileId: string | null | undefined): SessionState {
  if (signedIn === undefined) return UNKNOWN_SESSION;
  if (!signedIn) return { status: 'signedOut' };
  return profileId ? { status: 'active', profileId } : { status: 'signedIn' };
}

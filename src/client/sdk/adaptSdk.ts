import { abortError } from '../../api/http/abort.js';
import { DiscovrError, isDiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePageResponse } from '../../api/schemas/page.js';
import { countedStart } from '../../session/countedStart.js';
import { createObservers } from '../../session/observers.js';
import type { SessionRefreshed } from '../../session/tokens/sessionTokens.js';
import { areSessionsEqual, UNKNOWN_SESSION, type SessionState } from '../../session/state/sessionState.js';
import { adaptSdkAccount } from './adaptSdkAccount.js';
import { adaptSdkTitles } from './adaptSdkTitles.js';
import { loadPageRequest } from '../pages/loadPageRequest.js';
import { foreignCall } from '../foreignCall.js';
import type { DiscovrClientLike } from '../discovrClientLike.js';
import type { DiscovrSdkLike } from './discovrSdkLike.js';
import { SharedCalls } from '../sharedCalls.js';

const NO_SESSION: SessionRefreshed = { profileId: null, sessionId: null, expiresAt: null };

/** Rules for calls on behalf of a user or a profile. */
interface CallRules {
  /** Returns a number that grows when the user or profile changes. */
  readonly epochNow: () => number;
  readonly needsProfile: boolean;
  /** Message of the `AbortError` with which an outdated result is dropped. */
  readonly dropReason: string;
}

type ForeignCall = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/**
 * Adapts an instance of the official SDK to the client that the React layer uses. While connected, the session state is
 * derived from the SDK's observers. Errors become `DiscovrError`s, and results that arrive after sign-out or a profile
 * switch are dropped.
 */
export function adaptSdk(sdk: DiscovrSdkLike): DiscovrClientLike {
  const stateObservers = createObservers<void>();
  const refreshObservers = createObservers<SessionRefreshed>();
  const pageCalls = new SharedCalls<CreatePageResponse>();
  let state = UNKNOWN_SESSION;
  let session = NO_SESSION;
  let signedIn: boolean | undefined;
  let epoch = 0;
  /** Grows on sign-out only, because results about the account stay valid when the profile changes. */
  let accountEpoch = 0;

  const derive = () => {
    const next = stateFrom(signedIn, sdk.getActiveProfileId());
    if (areSessionsEqual(next, state)) return;
    state = next;
    epoch += 1;
    if (next.status === 'signedOut') accountEpoch += 1;
    stateObservers.notify();
  };

  const observe = () => {
    const undoAuth = sdk.onAuthStateChanged((change) => {
      signedIn = change.signedIn;
      derive();
    });
    const undoSession = sdk.onSessionRefreshed(({ profileId = null, expiresAt = null }) => {
      derive();
      session = { profileId, sessionId: null, expiresAt };
      refreshObservers.notify(session);
    });
    return () => {
      undoAuth?.();
      undoSession?.();
    };
  };

  /** Returns a function that makes calls and drops results and failures that are outdated when they arrive. */
  const callsFor =
    ({ epochNow, needsProfile, dropReason }: CallRules): ForeignCall =>
    async (call, signal) => {
      derive();
      const began = epochNow();
      const isKnown = state.status === 'active' || (!needsProfile && state.status === 'signedIn');
      const assertCurrent = () => {
        derive();
        if (isKnown && epochNow() !== began) throw abortError(dropReason);
      };
      const result = await foreignCall(call, signal).catch((error: unknown) => {
        assertCurrent();
        throw explain(error, state, needsProfile);
      });
      assertCurrent();
      return result;
    };
  const inSession = callsFor({
    epochNow: () => epoch,
    needsProfile: true,
    dropReason: 'The profile changed or the user signed out during the call.',
  });
  const inAccount = callsFor({
    epochNow: () => accountEpoch,
    needsProfile: false,
    dropReason: 'The user signed out during the call.',
  });

  return {
    ...adaptSdkAccount(sdk, inAccount),
    ...adaptSdkTitles(sdk, inSession),
    getSession: () => state,
    onSessionChanged: (listener) => stateObservers.add(listener),
    onSessionRefreshed(listener) {
      listener(session);
      return refreshObservers.add(listener);
    },
    connect: countedStart(observe),
    async createPage(payload, { signal } = {}) {
      const { createPageRequest } = await loadPageRequest();
      const request = createPageRequest(payload);
      const key = `${sdk.getActiveProfileId()} ${epoch} ${request.key}`;
      return pageCalls.run(key, signal, (shared) => inSession(() => sdk.createPage(request.payload), shared));
    },
    getPage: (pageId, { signal } = {}) => inSession(() => sdk.getPage(pageId), signal),
  };
}

function stateFrom(signedIn: boolean | undefined, profileId: string | null | undefined): SessionState {
  if (signedIn === undefined) return UNKNOWN_SESSION;
  if (!signedIn) return { status: 'signedOut' };
  return profileId ? { status: 'active', profileId } : { status: 'signedIn' };
}

/** Replaces an error without a code when the session state shows that no user is signed in or no profile is active. */
function explain(error: unknown, { status }: SessionState, needsProfile: boolean): unknown {
  if (!isDiscovrError(error, 'UNKNOWN')) return error;
  const { cause } = error;
  if (status === 'signedOut') {
    return new DiscovrError('NOT_SIGNED_IN', 'No user is signed in to the SDK. Sign in before this call.', { cause });
  }
  if (status !== 'signedIn' || !needsProfile) return error;
  return new DiscovrError('NO_ACTIVE_PROFILE', 'The SDK has no active profile. Call its selectProfile() first.', {
    cause,
  });
}

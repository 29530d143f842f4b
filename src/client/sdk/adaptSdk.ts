import { abortError } from '../../api/http/abort.js';
import { DiscovrError, isDiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePageResponse } from '../../api/schemas/page.js';
import { countedStart } from '../../session/countedStart.js';
import { createObservers } from '../../session/observers.js';
import type { SessionRefreshed } from '../../session/tokens/sessionTokens.js';
import { areSessionsEqual, UNKNOWN_SESSION, type SessionState } from '../../session/state/sessionState.js';
import { adaptSdkAccount } from './adaptSdkAccount.js';
import { adaptSdkTitles } from './adaptSdkTitles.js';
import { createPageRequest } from '../pages/createPageRequest.js';
import { foreignCall } from '../foreignCall.js';
import type { DiscovrClientLike } from '../discovrClientLike.js';
import type { DiscovrSdkLike } from './discovrSdkLike.js';
import { SharedCalls } from '../sharedCalls.js';

const NO_SESSION: SessionRefreshed = { profileId: null, sessionId: null, expiresAt: null };

/** For whom calls are made. */
interface CallRules {
  /** Grows when somebody else is there. */
  readonly epochNow: () => number;
  readonly needsProfile: boolean;
  /** Says why a result is dropped. */
  readonly left: string;
}

type ForeignCall = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/**
 * Lets an instance of the official SDK serve as the client. The session state is derived from its observers while
 * connected, its errors become `DiscovrError`s, and a result for another person or profile is dropped.
 */
export function adaptSdk(sdk: DiscovrSdkLike): DiscovrClientLike {
  const stateObservers = createObservers<void>();
  const refreshObservers = createObservers<SessionRefreshed>();
  const pageFlights = new SharedCalls<CreatePageResponse>();
  let state = UNKNOWN_SESSION;
  let session = NO_SESSION;
  let signedIn: boolean | undefined;
  let epoch = 0;
  /** Grows when somebody is signed out: what belongs to an account outlives a change of profile. */
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

  /** Makes calls for whoever is there: a result for somebody else is dropped, and so is a failure. */
  const callsFor =
    ({ epochNow, needsProfile, left }: CallRules): ForeignCall =>
    async (call, signal) => {
      derive();
      const began = epochNow();
      const isKnown = state.status === 'active' || (!needsProfile && state.status === 'signedIn');
      const assertSamePerson = () => {
        derive();
        if (isKnown && epochNow() !== began) throw abortError(left);
      };
      const result = await foreignCall(call, signal).catch((error: unknown) => {
        assertSamePerson();
        throw explain(error, state, needsProfile);
      });
      assertSamePerson();
      return result;
    };
  const inSession = callsFor({
    epochNow: () => epoch,
    needsProfile: true,
    left: 'The profile changed, or the person signed out, meanwhile.',
  });
  const inAccount = callsFor({
    epochNow: () => accountEpoch,
    needsProfile: false,
    left: 'The person signed out meanwhile.',
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
      const request = createPageRequest(payload);
      const key = `${sdk.getActiveProfileId()} ${epoch} ${request.key}`;
      return pageFlights.run(key, signal, (shared) => inSession(() => sdk.createPage(request.payload), shared));
    },
    getPage: (pageId, { signal } = {}) => inSession(() => sdk.getPage(pageId), signal),
  };
}

function stateFrom(signedIn: boolean | undefined, profileId: string | null | undefined): SessionState {
  if (signedIn === undefined) return UNKNOWN_SESSION;
  if (!signedIn) return { status: 'signedOut' };
  return profileId ? { status: 'active', profileId } : { status: 'signedIn' };
}

/** The SDK may not say by a code that a person or a profile is missing; its state does. */
function explain(error: unknown, { status }: SessionState, needsProfile: boolean): unknown {
  if (!isDiscovrError(error, 'UNKNOWN')) return error;
  const { cause } = error;
  if (status === 'signedOut') {
    return new DiscovrError('NOT_SIGNED_IN', 'Nobody is signed in to the SDK. Sign in before this call.', { cause });
  }
  if (status !== 'signedIn' || !needsProfile) return error;
  return new DiscovrError('NO_ACTIVE_PROFILE', 'The SDK has no active profile. Call its selectProfile() first.', {
    cause,
  });
}

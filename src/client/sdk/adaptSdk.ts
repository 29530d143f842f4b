import { loadOnce } from '../../shared/lateModule.js';
import { countedStart, createObservers } from '../../shared/observers.js';
import type { SessionRefreshed } from '../../session/tokens.js';
import { areSessionsEqual, UNKNOWN_SESSION, type SessionState } from '../../session/sessionState.js';
import { titleMethods, type DiscovrClientLike } from '../clientLike.js';
import { accountMethods, guardOf, type DiscovrSdkLike, type EpochName, type SdkSession } from './sdkSession.js';
import type { SdkCalls } from './sdkCalls.js';

const NO_SESSION: SessionRefreshed = { profileId: null, sessionId: null, expiresAt: null };

type LateCall = (...args: never[]) => Promise<unknown>;

/**
 * Adapts an instance of the official SDK to the client that the React layer uses. While connected, the session state is
 * derived from the SDK's observers. Errors become `DiscovrError`s, and results that arrive after sign-out or a profile
 * switch are dropped. The code of the calls is loaded by the first of them.
 */
export function adaptSdk(sdk: DiscovrSdkLike): DiscovrClientLike {
  const stateObservers = createObservers<void>();
  const refreshObservers = createObservers<SessionRefreshed>();
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
    load().catch(() => undefined);
    return () => {
      undoAuth?.();
      undoSession?.();
    };
  };

  const sdkSession: SdkSession = {
    now() {
      derive();
      return { state, epoch, accountEpoch };
    },
  };
  const load = loadOnce('calls', async () => (await import('./sdkCalls.js')).createSdkCalls(sdk, sdkSession));
  /** Returns methods that load the code of their calls first. */
  const late = (names: readonly (keyof SdkCalls)[], epochName: EpochName) =>
    names.flatMap((name) => {
      if (!sdk[name]) return [];
      const call: LateCall = async (...args) => {
        const assertCurrent = guardOf(sdkSession, epochName);
        const { [name]: loaded } = await load();
        assertCurrent();
        // The arguments are those of the call with this name.
        return (loaded as LateCall)(...args);
      };
      return [[name, call] as const];
    });

  const calls = Object.fromEntries([
    ...late(accountMethods, 'accountEpoch'),
    ...late(['createPage', 'getPage', ...titleMethods], 'epoch'),
  ]);

  return {
    // Each method has the arguments and the result of the call with its name.
    ...(calls as unknown as SdkCalls),
    getSession: () => state,
    onSessionChanged: (listener) => stateObservers.add(listener),
    onSessionRefreshed(listener) {
      listener(session);
      return refreshObservers.add(listener);
    },
    connect: countedStart(observe),
  };
}

function stateFrom(signedIn: boolean | undefined, profileId: string | null | undefined): SessionState {
  if (signedIn === undefined) return UNKNOWN_SESSION;
  if (!signedIn) return { status: 'signedOut' };
  return profileId ? { status: 'active', profileId } : { status: 'signedIn' };
}

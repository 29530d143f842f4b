import { DiscovrError, isDiscovrError } from '../../api/errors/discovrError.js';
import type { CreatePageResponse } from '../../api/schemas/page.js';
import type { SessionState } from '../../session/state/sessionState.js';
import type { DiscovrClientLike } from '../discovrClientLike.js';
import { foreignCall } from '../foreignCall.js';
import { createPageRequest } from '../pages/createPageRequest.js';
import { SharedCalls } from '../sharedCalls.js';
import type { TitleMethods } from '../titles/titleMethods.js';
import type { accountMethods } from './accountMethods.js';
import { adaptSdkAccount } from './adaptSdkAccount.js';
import { adaptSdkTitles } from './adaptSdkTitles.js';
import type { DiscovrSdkLike } from './discovrSdkLike.js';
import { guardOf, type EpochName, type SdkSession } from './sdkSession.js';

/** The calls of an SDK. */
export type SdkCalls = Pick<
  DiscovrClientLike,
  'createPage' | 'getPage' | keyof TitleMethods | (typeof accountMethods)[number]
>;

type ForeignCall = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/** Adapts the calls of an SDK: drops results and failures that are outdated when they arrive. */
export function createSdkCalls(sdk: DiscovrSdkLike, session: SdkSession): SdkCalls {
  const pageCalls = new SharedCalls<CreatePageResponse>();
  const callsFor =
    (epochName: EpochName): ForeignCall =>
    async (call, signal) => {
      const assertCurrent = guardOf(session, epochName);
      const result = await foreignCall(call, signal).catch((error: unknown) => {
        assertCurrent();
        throw explain(error, session.now().state, epochName === 'epoch');
      });
      assertCurrent();
      return result;
    };
  const inSession = callsFor('epoch');

  return {
    ...adaptSdkAccount(sdk, callsFor('accountEpoch')),
    ...adaptSdkTitles(sdk, inSession),
    async createPage(payload, { signal } = {}) {
      const request = createPageRequest(payload);
      const key = `${sdk.getActiveProfileId()} ${session.now().epoch} ${request.key}`;
      return pageCalls.run(key, signal, (shared) => inSession(() => sdk.createPage(request.payload), shared));
    },
    getPage: (pageId, { signal } = {}) => inSession(() => sdk.getPage(pageId), signal),
  };
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

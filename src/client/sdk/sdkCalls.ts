import type { CreatePageResponse } from '../../api/pages.js';
import type { GetRowsResponse } from '../../api/rows.js';
import type { SessionState } from '../../session/sessionState.js';
import { DiscovrError, isDiscovrError } from '../../shared/errors.js';
import { SharedCalls } from '../../shared/shareCall.js';
import { titleMethods, type DiscovrClientLike, type TitleMethods } from '../clientLike.js';
import { createPageRequest } from '../createPageRequest.js';
import { foreignCall, readForeign } from '../foreignCall.js';
import {
  guardOf,
  type accountMethods,
  type DiscovrSdkLike,
  type EpochName,
  type SdkRows,
  type SdkSession,
} from './sdkSession.js';

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

/**
 * Runs a call for the signed-in user. A result that arrives after sign-out is dropped; errors become `DiscovrError`s.
 */
type InAccount = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

/** Adapts the methods that an SDK has for accounts and profiles. */
export function adaptSdkAccount(sdk: DiscovrSdkLike, inAccount: InAccount): Partial<DiscovrClientLike> {
  // Only the methods that the SDK has are returned.
  const full = sdk as Required<DiscovrSdkLike>;
  const adapted: Partial<DiscovrClientLike> = {
    async signOut() {
      await foreignCall(() => full.signOut());
      return { revoked: true };
    },
    async getProfiles({ signal } = {}) {
      const result = await inAccount(() => full.getProfiles(), signal);
      return readForeign('getProfiles', () => (Array.isArray(result) ? result : result.profiles));
    },
    async createProfile(name, avatarUrl, { signal } = {}) {
      const result = await inAccount(() => full.createProfile(name, avatarUrl), signal);
      return readForeign('createProfile', () => (typeof result === 'string' ? result : result.profileId));
    },
    updateProfile: (profileId, changes, { signal } = {}) =>
      inAccount(() => full.updateProfile(profileId, changes), signal),
    async deleteProfile(profileId, { signal } = {}) {
      await inAccount(() => full.deleteProfile(profileId), signal);
    },
    async selectProfile(profileId, { signal } = {}) {
      await inAccount(() => full.selectProfile(profileId), signal);
    },
    getProfileImages: ({ signal } = {}) => foreignCall(() => full.getProfileImages(), signal),
    searchGifs: (query, { signal, ...options } = {}) => foreignCall(() => full.searchGifs(query, options), signal),
  };
  return Object.fromEntries(Object.entries(adapted).filter(([name]) => sdk[name as keyof DiscovrSdkLike]));
}

/** Runs a call for the active profile. A result for another profile is dropped; errors become `DiscovrError`s. */
type InSession = <T>(call: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;

type Call = (...args: unknown[]) => Promise<unknown>;

/** Adapts the methods that an SDK has for rows and titles. */
export function adaptSdkTitles(sdk: DiscovrSdkLike, inSession: InSession): Partial<TitleMethods> {
  const methods = titleMethods.flatMap((name) => {
    // Arguments and results pass through, so their types do not matter here.
    const method = sdk[name] as Call | undefined;
    if (!method) return [];
    const adapted: Call = (...args) => {
      const { args: sent, signal } = withoutSignal(args);
      return inSession(async () => {
        const result = await method.apply(sdk, sent);
        return name === 'getRows' ? readForeign(name, () => rowsOf(result as SdkRows)) : result;
      }, signal);
    };
    return [[name, adapted] as const];
  });
  // Each adapted method has the same arguments and result as the SDK's method, and therefore the same type.
  return Object.fromEntries(methods) as Partial<TitleMethods>;
}

/**
 * Removes the signal and `undefined` values from the options, which are the last argument of every method. An SDK might
 * write `undefined` into a query.
 */
function withoutSignal(args: unknown[]): { args: unknown[]; signal: AbortSignal | undefined } {
  const options = args.at(-1);
  if (typeof options !== 'object' || options === null) return { args, signal: undefined };
  const { signal, ...rest } = options as { signal?: AbortSignal };
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { args: [...args.slice(0, -1), ...(known.length > 0 ? [Object.fromEntries(known)] : [])], signal };
}

/** Reads the rows that an SDK returns, in any of the inferred forms. */
function rowsOf(result: SdkRows): GetRowsResponse {
  if (Array.isArray(result)) return { rows: result, hasMore: false };
  if (!('items' in result)) return result;
  const { items, ...batch } = result;
  return { ...batch, rows: items };
}

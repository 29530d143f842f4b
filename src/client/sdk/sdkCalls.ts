import type { CreatePagePayload, CreatePageResponse, Page } from '../../api/pages.js';
import type { PagingOptions } from '../../api/paging.js';
import type { CreateProfileResponse, GetProfilesResponse, Profile } from '../../api/profiles.js';
import type { GetRowsResponse, Row } from '../../api/rows.js';
import type { SessionState } from '../../session/sessionState.js';
import { abortError } from '../../shared/abort.js';
import { DiscovrError, isDiscovrError } from '../../shared/errors.js';
import { SharedCalls } from '../../shared/shareCall.js';
import type { DiscovrClientLike, SdkMethod } from '../clientLike.js';
import { createPageRequest } from '../createPageRequest.js';
import { foreignCall, readForeign } from '../foreignCall.js';
import type { SignOutResult } from '../options.js';

/** Forms in which an SDK may return rows. */
export type SdkRows = GetRowsResponse | (Omit<GetRowsResponse, 'rows'> & { items: Row[] }) | Row[];

/** Optional methods with other results than those of `DiscovrClient`. */
type OtherResults = 'signOut' | 'getProfiles' | 'createProfile' | 'deleteProfile' | 'selectProfile' | 'getRows';

/**
 * Methods of the official SDK that this library uses. An instance of the SDK fits this type, and so does any object
 * with these methods. The parameters of the observers follow the SDK's documentation. Optional methods are used if they
 * exist; most have the signatures of `DiscovrClient`. No method receives a `signal`.
 */
export interface DiscovrSdkLike extends Partial<Pick<DiscovrClientLike, Exclude<SdkMethod, OtherResults>>> {
  createPage(payload?: CreatePagePayload): Promise<CreatePageResponse>;
  getPage(pageId: string): Promise<Page>;
  /** Returns the id of the active profile, if there is one. */
  getActiveProfileId(): string | null | undefined;
  /** Calls the listener immediately with the current state, then on each change. */
  onAuthStateChanged(listener: (change: { signedIn: boolean }) => void): (() => void) | void;
  /** Calls the listener immediately with the current session, then on each renewal. */
  onSessionRefreshed(
    listener: (session: { profileId?: string | null; expiresAt?: number | null }) => void,
  ): (() => void) | void;
  signOut?(): Promise<unknown>;
  /** Returns the profiles or the whole response. The SDK does not document which, so both are accepted (inferred). */
  getProfiles?(): Promise<Profile[] | GetProfilesResponse>;
  /** Returns the id or the whole response. The SDK does not document which, so both are accepted (inferred). */
  createProfile?(name: string, avatarUrl: string): Promise<string | CreateProfileResponse>;
  /** Not documented by the SDK (inferred). */
  deleteProfile?(profileId: string): Promise<unknown>;
  selectProfile?(profileId: string): Promise<unknown>;
  /** Returns rows in a form that the SDK does not document, so all of {@link SdkRows} are accepted (inferred). */
  getRows?(pageId: string, options?: Omit<PagingOptions, 'signal'>): Promise<SdkRows>;
}

/** Whose data a call is about: the active profile's (`session`), the signed-in user's (`account`), or no user's. */
export type SdkTier = 'session' | 'account' | 'public';

/** The session of an SDK, with a number for each tier that grows when results of its calls become outdated. */
export interface SdkMoment extends Readonly<Record<SdkTier, number>> {
  readonly status: SessionState['status'];
}

/** Methods of the adapted client that need the code of the calls. */
type SdkCalls = Pick<DiscovrClientLike, SdkMethod | 'signInWithPopup' | 'signInWithWebAuth' | 'signInWithDeviceCode'>;

/** Result of a client's method. */
type SdkResult<Name extends SdkMethod> = Awaited<ReturnType<DiscovrClientLike[Name]>>;

/**
 * Returns a function that creates the calls of an SDK for the session when a call began. Each call has the arguments and
 * the result of the client's method with its name. It drops results and failures that are outdated when they arrive, and
 * rejects with `NOT_SUPPORTED` when the SDK lacks the method.
 */
export function createSdkCalls(sdk: DiscovrSdkLike, now: () => SdkMoment): (began: SdkMoment) => SdkCalls {
  const pages = new SharedCalls<unknown>();

  async function send(name: SdkMethod, args: readonly unknown[], tier: SdkTier, began: SdkMoment) {
    // Without a user or profile when the call began, nothing becomes outdated.
    const hasOwner = began.status === 'active' || (tier === 'account' && began.status === 'signedIn');
    const assertCurrent = () => {
      if (!hasOwner || now()[tier] === began[tier]) return;
      throw abortError('The profile changed or the user signed out during the call.');
    };
    assertCurrent();
    // Each method receives the arguments of the client's method with its name.
    const method = sdk[name] as ((...args: readonly unknown[]) => Promise<unknown>) | undefined;
    if (!method) {
      throw notSupported(`The SDK lacks ${name}(). Use a version of the SDK with this method, or a DiscovrClient.`);
    }
    const request = async (sent: readonly unknown[], signal: AbortSignal | undefined) => {
      const response = async () => read(name, await method.apply(sdk, [...sent]));
      const result = await foreignCall(response, signal).catch((error: unknown) => {
        assertCurrent();
        throw explain(error, now().status, tier);
      });
      assertCurrent();
      return result;
    };
    const { sent, signal } = withoutSignal(args);
    if (name !== 'createPage') return request(sent, signal);
    // The request checks its type.
    const { payload, key } = createPageRequest(sent[0] as CreatePagePayload | undefined);
    return pages.run(`${sdk.getActiveProfileId()} ${now().session} ${key}`, signal, (shared) =>
      request([payload], shared),
    );
  }

  return (began) => {
    const call =
      <Name extends SdkMethod>(name: Name, tier: SdkTier = 'session') =>
      // `read` returns the result of the client's method.
      (...args: Parameters<DiscovrClientLike[Name]>) =>
        send(name, args, tier, began) as Promise<SdkResult<Name>>;
    return {
      signInWithPopup: refuseSignIn,
      signInWithWebAuth: refuseSignIn,
      signInWithDeviceCode: refuseSignIn,
      signOut: call('signOut', 'public'),
      getProfiles: call('getProfiles', 'account'),
      createProfile: call('createProfile', 'account'),
      updateProfile: call('updateProfile', 'account'),
      deleteProfile: call('deleteProfile', 'account'),
      selectProfile: call('selectProfile', 'account'),
      getProfileImages: call('getProfileImages', 'public'),
      searchGifs: call('searchGifs', 'public'),
      createPage: call('createPage'),
      getPage: call('getPage'),
      getRows: call('getRows'),
      getRow: call('getRow'),
      getRowItems: call('getRowItems'),
      getMedia: call('getMedia'),
      getMediaProfileMeta: call('getMediaProfileMeta'),
      addLikedItem: call('addLikedItem'),
      removeLikedItem: call('removeLikedItem'),
      getLikedItems: call('getLikedItems'),
      addDislikedItem: call('addDislikedItem'),
      removeDislikedItem: call('removeDislikedItem'),
      getDislikedItems: call('getDislikedItems'),
      addSuperLikedItem: call('addSuperLikedItem'),
      removeSuperLikedItem: call('removeSuperLikedItem'),
      getSuperLikedItems: call('getSuperLikedItems'),
      addWatchlistItem: call('addWatchlistItem'),
      removeWatchlistItem: call('removeWatchlistItem'),
      getWatchlistItems: call('getWatchlistItems'),
      addHistoryItem: call('addHistoryItem'),
      patchHistoryItem: call('patchHistoryItem'),
      getHistoryItems: call('getHistoryItems'),
      getHistoryItemsByMediaId: call('getHistoryItemsByMediaId'),
      removeHistoryItem: call('removeHistoryItem'),
      addPlaybackItem: call('addPlaybackItem'),
      patchPlaybackItem: call('patchPlaybackItem'),
      scrobble: call('scrobble'),
      scrobbleSkip: call('scrobbleSkip'),
    };
  };
}

async function refuseSignIn(): Promise<never> {
  throw notSupported('Users sign in with the SDK itself. To sign them in with discovr-react, use a DiscovrClient.');
}

const notSupported = (message: string) => new DiscovrError('NOT_SUPPORTED', message);

/** Readers of the results that are not those of a client. */
const readers = {
  signOut: (): SignOutResult => ({ revoked: true }),
  getProfiles: (result: Profile[] | GetProfilesResponse) => (Array.isArray(result) ? result : result.profiles),
  createProfile: (result: string | CreateProfileResponse) => (typeof result === 'string' ? result : result.profileId),
  getRows(result: SdkRows): GetRowsResponse {
    if (Array.isArray(result)) return { rows: result, hasMore: false };
    if (!('items' in result)) return result;
    const { items, ...batch } = result;
    return { ...batch, rows: items };
  },
};

/** Reads the result of a method, which may be of any type. */
function read(name: SdkMethod, result: unknown): unknown {
  if (!(name in readers)) return result;
  // A reader throws when the result is of another type.
  const reader = readers[name as keyof typeof readers] as (result: unknown) => unknown;
  return readForeign(name, () => reader(result));
}

/**
 * Replaces an error without a code when the session state shows that the user or profile that a call is about is
 * missing.
 */
function explain(error: unknown, status: SessionState['status'], tier: SdkTier): unknown {
  if (tier === 'public' || !isDiscovrError(error, 'UNKNOWN')) return error;
  const { cause } = error;
  if (status === 'signedOut') {
    return new DiscovrError('NOT_SIGNED_IN', 'No user is signed in to the SDK. Sign in before this call.', { cause });
  }
  if (status !== 'signedIn' || tier !== 'session') return error;
  return new DiscovrError('NO_ACTIVE_PROFILE', 'The SDK has no active profile. Call its selectProfile() first.', {
    cause,
  });
}

/**
 * Removes the signal and `undefined` values from the last argument if it is an object: the options of a method, or its
 * data. Omits options that contain only a signal. An SDK might write `undefined` into a query.
 */
function withoutSignal(args: readonly unknown[]): { sent: unknown[]; signal: AbortSignal | undefined } {
  const last = args.at(-1);
  if (typeof last !== 'object' || last === null) return { sent: [...args], signal: undefined };
  const { signal, ...rest }: { signal?: AbortSignal } = last;
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  const isOmitted = signal && known.length === 0;
  return { sent: [...args.slice(0, -1), ...(isOmitted ? [] : [Object.fromEntries(known)])], signal };
}

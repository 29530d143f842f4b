import type { Authorize } from '../../api/http/authorizedSend.js';
import { DiscovrError, isDiscovrError } from '../../api/errors/discovrError.js';
import type { IdentityApi } from '../../api/identityApi.js';
import { readBy } from '../../api/schemas/readBy.js';
import { sessionTokenResponseSchema } from '../../api/schemas/session.js';
import type { DiscovrCredential } from '../../session/store/credential.js';
import type { CredentialStore } from '../../session/store/credentialStore.js';
import { foreignCall, readForeign } from '../foreignCall.js';
import type { SessionSourceCalls } from './sessionSourceCalls.js';
import { backEndSignInSchema } from './backEndSignInSchema.js';
import { placeholderOf } from './placeholder.js';

/**
 * Returns identity endpoints that call the app's back end. Each call runs in `authorize`, as with Discovr's endpoints.
 */
export function backEndIdentityApi(calls: SessionSourceCalls, authorize: Authorize): IdentityApi {
  // `authorize` passes a placeholder instead of a token, so the call does not use it.
  const send = <T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
    authorize(() => callBackEnd(call, signal), { signal });
  return {
    getProfiles: (options) => send(() => calls.getProfiles(options), options?.signal),
    getProfile: (profileId, options) => send(() => calls.getProfile(profileId, options), options?.signal),
    createProfile: (payload, options) => send(() => calls.createProfile(payload, options), options?.signal),
    updateProfile: (profileId, payload, options) =>
      send(() => calls.updateProfile(profileId, payload, options), options?.signal),
    deleteProfile: (profileId, options) => send(() => calls.deleteProfile(profileId, options), options?.signal),
    mintSessionToken: (payload, options) =>
      send(async () => {
        const response = await calls.mintSessionToken(payload, options);
        return readForeign('mintSessionToken', () => readBy(sessionTokenResponseSchema, response));
      }, options?.signal),
    signOutSession: (options) => send(() => calls.signOutSession(options), options?.signal),
  };
}

/**
 * Returns a credential store that reads the sign-in from the app's back end. The credential holds a placeholder instead
 * of the refresh token, which the back end keeps. `set` and `clear` therefore change only the profile in memory.
 */
export function backEndSignInStore(calls: SessionSourceCalls): CredentialStore {
  // The back end may not remember the profile, so it is kept here until the app is reloaded or closed.
  let chosen: Pick<DiscovrCredential, 'publicId' | 'profileId'> = {};
  return {
    async get(): Promise<DiscovrCredential | undefined> {
      const response = await callBackEnd(() => calls.getSignIn()).catch((error: unknown) => {
        if (isDiscovrError(error, 'TOKEN_INVALID')) return null;
        throw error;
      });
      if (!response) return undefined;
      const signIn = readForeign('getSignIn', () => readBy(backEndSignInSchema, response));
      const { publicId, profileId = publicId === chosen.publicId ? chosen.profileId : undefined } = signIn;
      return { refreshToken: placeholderOf(publicId), publicId, profileId };
    },
    async set({ publicId, profileId }) {
      chosen = { publicId, profileId };
    },
    async clear() {
      chosen = {};
    },
  };
}

async function callBackEnd<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await foreignCall(call, signal);
  } catch (error) {
    // A 401 without a code can only mean that the user is signed out.
    if (isDiscovrError(error, 'UNKNOWN') && error.status === 401) {
      throw new DiscovrError('TOKEN_INVALID', error.message, { status: 401, cause: error.cause });
    }
    throw error;
  }
}

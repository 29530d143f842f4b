import type { Authorize } from '../../api/http/authorizedSend.js';
import { DiscovrError, isDiscovrError } from '../../api/errors/discovrError.js';
import type { IdentityApi } from '../../api/identityApi.js';
import { readBy } from '../../api/schemas/readBy.js';
import { sessionTokenResponseSchema } from '../../api/schemas/session.js';
import type { DiscovrCredential } from '../../session/store/credential.js';
import type { CredentialStore } from '../../session/store/credentialStore.js';
import { foreignCall, readForeign } from '../foreignCall.js';
import type { SessionSourceCalls } from './sessionSourceCalls.js';
import { signInAtHostSchema } from './signInAtHostSchema.js';

/** The identity endpoints by way of the host's back end, under the same rules as Discovr's own. */
export function hostIdentityApi(calls: SessionSourceCalls, authorize: Authorize): IdentityApi {
  // What is lent is the host's mark, not a token: nothing of it is handed on.
  const ask = <T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
    authorize(() => askHost(call, signal), { signal });
  return {
    getProfiles: (options) => ask(() => calls.getProfiles(options), options?.signal),
    getProfile: (profileId, options) => ask(() => calls.getProfile(profileId, options), options?.signal),
    createProfile: (payload, options) => ask(() => calls.createProfile(payload, options), options?.signal),
    updateProfile: (profileId, payload, options) =>
      ask(() => calls.updateProfile(profileId, payload, options), options?.signal),
    deleteProfile: (profileId, options) => ask(() => calls.deleteProfile(profileId, options), options?.signal),
    mintSessionToken: (payload, options) =>
      ask(async () => {
        const answer = await calls.mintSessionToken(payload, options);
        return readForeign('mintSessionToken', () => readBy(sessionTokenResponseSchema, answer));
      }, options?.signal),
    signOutSession: (options) => ask(() => calls.signOutSession(options), options?.signal),
  };
}

/**
 * Shows the host's sign-in as a credential store. The credential has a mark in place of the refresh token, which the
 * host keeps; keeping and forgetting are the host's affair as well.
 */
export function hostSignInStore(calls: SessionSourceCalls): CredentialStore {
  // A host need not remember the profile; while the page is open, it is remembered here.
  let chosen: Pick<DiscovrCredential, 'publicId' | 'profileId'> = {};
  return {
    async get(): Promise<DiscovrCredential | undefined> {
      const answer = await askHost(() => calls.getSignIn()).catch((error: unknown) => {
        if (isDiscovrError(error, 'TOKEN_INVALID')) return null;
        throw error;
      });
      if (!answer) return undefined;
      const signIn = readForeign('getSignIn', () => readBy(signInAtHostSchema, answer));
      const { publicId, profileId = publicId === chosen.publicId ? chosen.profileId : undefined } = signIn;
      return { refreshToken: `kept by the host: ${publicId}`, publicId, profileId };
    },
    async set({ publicId, profileId }) {
      chosen = { publicId, profileId };
    },
    async clear() {
      chosen = {};
    },
  };
}

async function askHost<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await foreignCall(call, signal);
  } catch (error) {
    // Without a code, a 401 can only mean the person.
    if (isDiscovrError(error, 'UNKNOWN') && error.status === 401) {
      throw new DiscovrError('TOKEN_INVALID', error.message, { status: 401, cause: error.cause });
    }
    throw error;
  }
}

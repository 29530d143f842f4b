import type { Authorize } from '../../api/http/authorizedSend.js';
import { DiscovrError, isDiscovrError } from '../../api/errors/discovrError.js';
import type { IdentityApi } from '../../api/identityApi.js';
import type { DiscovrCredential } from '../../session/store/credential.js';
import type { CredentialStore } from '../../session/store/credentialStore.js';
import type { SessionSourceCalls } from './sessionSourceCalls.js';
import { toDiscovrError } from '../toDiscovrError.js';

/** The identity endpoints by way of the host's back end, under the same rules as Discovr's own. */
export function hostIdentityApi(calls: SessionSourceCalls, authorize: Authorize): IdentityApi {
  // What is lent is the host's mark, not a token: nothing of it is handed on.
  const ask = <T>(call: () => Promise<T>): Promise<T> => authorize(() => explained(call));
  return {
    getProfiles: (options) => ask(() => calls.getProfiles(options)),
    getProfile: (profileId, options) => ask(() => calls.getProfile(profileId, options)),
    createProfile: (payload, options) => ask(() => calls.createProfile(payload, options)),
    updateProfile: (profileId, payload, options) => ask(() => calls.updateProfile(profileId, payload, options)),
    deleteProfile: (profileId, options) => ask(() => calls.deleteProfile(profileId, options)),
    mintSessionToken: (payload, options) => ask(() => calls.mintSessionToken(payload, options)),
    signOutSession: (options) => ask(() => calls.signOutSession(options)),
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
      const signIn = await explained(() => calls.getSignIn()).catch((error: unknown) => {
        if (isDiscovrError(error, 'TOKEN_INVALID')) return null;
        throw error;
      });
      if (!signIn) return undefined;
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

async function explained<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const known = toDiscovrError(error);
    // Without a code, a 401 can only mean the person.
    if (isDiscovrError(known, 'UNKNOWN') && known.status === 401) {
      throw new DiscovrError('TOKEN_INVALID', known.message, { status: 401, cause: error });
    }
    throw known;
  }
}

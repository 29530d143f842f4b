import { authorizedSend, type Authorize } from './http/authorizedSend.js';
import {
  createProfileResponseSchema,
  deleteProfileResponseSchema,
  getProfilesResponseSchema,
  profileSchema,
  type CreateProfilePayload,
  type CreateProfileResponse,
  type GetProfilesResponse,
  type Profile,
  type UpdateProfilePayload,
} from './schemas/profile.js';
import type { MintSessionTokenPayload, SessionTokenResponse, SignOutSession200Response } from './schemas/session.js';
import type { CallOptions, Send } from './http/transport.js';
import { mintSessionToken, revokeRefreshToken, type MintOptions, type SignOutOptions } from './tokenEndpoints.js';

/** Endpoints that take the refresh token, with one typed method for each endpoint. */
export interface IdentityApi {
  /** `GET /profiles`. */
  getProfiles(options?: CallOptions): Promise<GetProfilesResponse>;
  /** `GET /profiles/{profileId}`. */
  getProfile(profileId: string, options?: CallOptions): Promise<Profile>;
  /** `POST /profiles`. */
  createProfile(payload: CreateProfilePayload, options?: CallOptions): Promise<CreateProfileResponse>;
  /** `PATCH /profiles/{profileId}`. */
  updateProfile(profileId: string, payload: UpdateProfilePayload, options?: CallOptions): Promise<Profile>;
  /** `DELETE /profiles/{profileId}` (inferred). */
  deleteProfile(profileId: string, options?: CallOptions): Promise<unknown>;
  /** `POST /auth/session-token`. Each call creates a recommendation snapshot. */
  mintSessionToken(payload: MintSessionTokenPayload, options?: MintOptions): Promise<SessionTokenResponse>;
  /** `DELETE /auth/session`: revokes the refresh token; other devices stay signed in. */
  signOutSession(options?: SignOutOptions): Promise<SignOutSession200Response>;
}

/** Creates the identity endpoints on top of a transport. */
export function createIdentityApi(send: Send, authorize: Authorize): IdentityApi {
  const call = authorizedSend(send, 'identity', authorize);
  return {
    getProfiles: (options) => call({ method: 'GET', route: '/profiles', response: getProfilesResponseSchema }, options),
    getProfile: (profileId, options) =>
      call({ method: 'GET', route: '/profiles/{profileId}', params: { profileId }, response: profileSchema }, options),
    createProfile: (body, options) =>
      call({ method: 'POST', route: '/profiles', body, response: createProfileResponseSchema }, options),
    updateProfile: (profileId, body, options) =>
      call(
        { method: 'PATCH', route: '/profiles/{profileId}', params: { profileId }, body, response: profileSchema },
        options,
      ),
    deleteProfile: (profileId, options) =>
      call(
        {
          method: 'DELETE',
          route: '/profiles/{profileId}',
          params: { profileId },
          response: deleteProfileResponseSchema,
        },
        options,
      ),
    mintSessionToken: (body, options) => authorize((token) => mintSessionToken(send, token, body, options), options),
    signOutSession: (options) => authorize((token) => revokeRefreshToken(send, token, options), options),
  };
}

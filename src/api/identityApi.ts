import { authorizedSend, type Authorize } from './authorizedSend.js';
import { getProfilesResponseSchema, profileSchema, type GetProfilesResponse, type Profile } from './schemas/profile.js';
import {
  sessionTokenResponseSchema,
  signOutSessionResponseSchema,
  type MintSessionTokenPayload,
  type SessionTokenResponse,
  type SignOutSession200Response,
} from './schemas/session.js';
import type { CallOptions, Send } from './transport.js';

/** Endpoints that take the refresh token, typed and one to one with the wire. */
export interface IdentityApi {
  /** `GET /profiles`. */
  getProfiles(options?: CallOptions): Promise<GetProfilesResponse>;
  /** `GET /profiles/{profileId}`. */
  getProfile(profileId: string, options?: CallOptions): Promise<Profile>;
  /** `POST /auth/session-token`. Each call makes a fresh recommendation snapshot. */
  mintSessionToken(payload: MintSessionTokenPayload, options?: CallOptions): Promise<SessionTokenResponse>;
  /** `DELETE /auth/session`: revokes the refresh token; other devices stay signed in. */
  signOutSession(options?: CallOptions): Promise<SignOutSession200Response>;
}

/** Makes the identity endpoints over a transport. */
export function createIdentityApi(send: Send, authorize: Authorize): IdentityApi {
  const call = authorizedSend(send, 'identity', authorize);
  return {
    getProfiles: (options) => call({ method: 'GET', route: '/profiles', response: getProfilesResponseSchema }, options),
    getProfile: (profileId, options) =>
      call({ method: 'GET', route: '/profiles/{profileId}', params: { profileId }, response: profileSchema }, options),
    mintSessionToken: (body, options) =>
      call(
        { method: 'POST', route: '/auth/session-token', body, response: sessionTokenResponseSchema, repeatable: true },
        options,
      ),
    signOutSession: (options) =>
      call({ method: 'DELETE', route: '/auth/session', response: signOutSessionResponseSchema }, options),
  };
}

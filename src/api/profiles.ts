import * as z from 'zod/mini';
import { distinctBy } from '../shared/distinctBy.js';
import { isSafeImageUrl } from '../shared/url.js';
import { firstItems, looseObject } from './reading.js';
import {
  mintSessionToken,
  revokeRefreshToken,
  type MintOptions,
  type MintSessionTokenPayload,
  type SessionTokenResponse,
  type SignOutOptions,
  type SignOutSession200Response,
} from './session.js';
import { authorizedSend, type Authorize, type CallOptions, type Send } from './transport.js';

/** Profile of one viewer of an account. */
export const profileSchema = looseObject({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  avatarUrl: z.pipe(
    z.string(),
    z.transform((url) => (isSafeImageUrl(url) ? url : '')),
  ),
  createdAt: z.string(),
});

/** Profile of one viewer of an account. */
export interface Profile {
  id: string;
  name: string;
  /** URL of an image, an animated image or an MP4; empty if the server sends an unsafe URL. */
  avatarUrl: string;
  /** Date and time, ISO 8601. */
  createdAt: string;
}

/** Body of `POST /profiles`. */
export interface CreateProfilePayload {
  name: string;
  /** URL of an image or an MP4. */
  avatarUrl: string;
}

/** Body of `PATCH /profiles/{profileId}`, with at least one field. */
export type UpdateProfilePayload = Partial<CreateProfilePayload>;

/** Response of `POST /profiles`. */
export const createProfileResponseSchema = looseObject({ profileId: z.string().check(z.minLength(1)) });

/** Response of `POST /profiles`. */
export interface CreateProfileResponse {
  profileId: string;
}

/** Response of `DELETE /profiles/{profileId}` (inferred). */
const deleteProfileResponseSchema = looseObject({ message: z.optional(z.string()) });

/** Response of `GET /profiles`: profiles, newest first. The list may be empty. */
export const getProfilesResponseSchema = looseObject({
  profiles: z.pipe(
    firstItems(profileSchema),
    z.transform((profiles) => distinctBy(profiles, ({ id }) => id)),
  ),
});

/** Response of `GET /profiles`. */
export interface GetProfilesResponse {
  profiles: Profile[];
}

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
    mintSessionToken: (body, options) =>
      authorize((token) => mintSessionToken(send, { token, body, signal: options?.signal }), options),
    signOutSession: (options) =>
      authorize((token) => revokeRefreshToken(send, { token, signal: options?.signal }), options),
  };
}

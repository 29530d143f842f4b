import * as z from 'zod/mini';
import { looseObject } from './looseObject.js';
import { distinctBy } from './distinctBy.js';
import { firstItems } from './firstItems.js';
import { isSafeImageUrl } from './safeImageUrl.js';

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
export const deleteProfileResponseSchema = looseObject({ message: z.optional(z.string()) });

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

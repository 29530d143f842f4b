import * as z from 'zod/mini';
import { distinctBy } from './distinctBy.js';
import { firstItems } from './firstItems.js';
import { isSafeImageUrl } from './imageUrl.js';

/** One person's profile within an account. */
export const profileSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  /** A raster image, an animated image or an MP4; empty where the server's value is not a URL that may be shown. */
  avatarUrl: z.pipe(
    z.string(),
    z.transform((url) => (isSafeImageUrl(url) ? url : '')),
  ),
  /** Date and time, ISO 8601. */
  createdAt: z.string(),
});

/** One person's profile within an account. */
export type Profile = z.infer<typeof profileSchema>;

/** Body of `POST /profiles`. */
export interface CreateProfilePayload {
  name: string;
  /** Address of an image or an MP4. */
  avatarUrl: string;
}

/** Body of `PATCH /profiles/{profileId}`: at least one of the two. */
export type UpdateProfilePayload = Partial<CreateProfilePayload>;

/** Answer to `POST /profiles`. */
export const createProfileResponseSchema = z.looseObject({ profileId: z.string().check(z.minLength(1)) });

/** Answer to `POST /profiles`. */
export type CreateProfileResponse = z.infer<typeof createProfileResponseSchema>;

/** Answer to `DELETE /profiles/{profileId}` (inferred). */
export const deleteProfileResponseSchema = z.looseObject({ message: z.optional(z.string()) });

/** Answer to `GET /profiles`: newest first, may be empty. */
export const getProfilesResponseSchema = z.looseObject({
  profiles: z.pipe(
    firstItems(profileSchema),
    z.transform((profiles) => distinctBy(profiles, ({ id }) => id)),
  ),
});

/** Answer to `GET /profiles`. */
export type GetProfilesResponse = z.infer<typeof getProfilesResponseSchema>;

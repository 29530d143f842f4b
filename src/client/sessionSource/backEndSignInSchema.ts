import * as z from 'zod/mini';
import { looseObject } from '../../api/schemas/looseObject.js';
import { tolerant } from '../../api/schemas/tolerant.js';

/** Schema of a sign-in that the app's back end returns. An unreadable profile counts as absent. */
export const backEndSignInSchema = looseObject({
  publicId: z.string().check(z.minLength(1)),
  profileId: tolerant(z.string().check(z.minLength(1))),
});

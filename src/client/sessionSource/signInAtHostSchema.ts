import * as z from 'zod/mini';
import { tolerant } from '../../api/schemas/tolerant.js';

/** Who is signed in at the app's own back end, as that answers. A profile that cannot be read counts as none. */
export const signInAtHostSchema = z.looseObject({
  publicId: z.string().check(z.minLength(1)),
  profileId: tolerant(z.string().check(z.minLength(1))),
});

import * as z from 'zod/mini';

/** What a person enters for a profile. Issues name keys of `messages.profiles`; zod's own texts are never shown. */
export const profileFormSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'nameMissing')),
  avatarUrl: z.string().check(z.minLength(1, 'pictureMissing')),
});

/** What a person enters for a profile. */
export type ProfileFormValues = z.infer<typeof profileFormSchema>;

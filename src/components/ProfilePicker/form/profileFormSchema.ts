import * as z from 'zod/mini';

/** Schema of the profile form. Issue messages are keys of `messages.profiles`; zod's texts are never shown. */
export const profileFormSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'nameMissing')),
  avatarUrl: z.string().check(z.minLength(1, 'pictureMissing')),
});

/** Values of the profile form. */
export type ProfileFormValues = z.infer<typeof profileFormSchema>;

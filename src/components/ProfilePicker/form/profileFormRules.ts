/** Values of the profile form. */
export interface ProfileFormValues {
  name: string;
  avatarUrl: string;
}

/** Rules of the profile form. Messages are keys of `messages.profiles`. */
export const profileFormRules = {
  name: { validate: (name: string) => name.trim() !== '' || 'nameMissing' },
  avatarUrl: { validate: (url: string) => url !== '' || 'pictureMissing' },
} as const;

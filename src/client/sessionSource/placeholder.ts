const PREFIX = 'kept by the back end: ';

/** Returns what stands for the refresh token of a sign-in in the browser. */
export const placeholderOf = (publicId: string) => PREFIX + publicId;

/** Returns the id of the sign-in that a placeholder stands for. */
export const publicIdOf = (placeholder: string) => placeholder.slice(PREFIX.length);

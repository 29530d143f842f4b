/** Value of `Cache-Control` for everything that depends on who is signed in. */
export const NO_STORE = 'private, no-store';

/** What a person reads when something failed. English. */
export const errorsEnglish = {
  /** What a person reads for each error code; codes that are not listed read as `UNKNOWN`. */
  errors: {
    NETWORK_ERROR: 'No connection to Discovr. Check your network and try again.',
    POPUP_BLOCKED: 'The sign-in window could not be used. You can sign in on this page instead.',
    AUTH_FAILED: 'Sign-in failed. Try again.',
    FORBIDDEN: "Your account can't do this. Sign in again, or use another account.",
    TOKEN_INVALID: 'Your sign-in is no longer valid. Sign in again.',
    TOKEN_EXPIRED: 'Your sign-in has expired. Sign in again.',
    SESSION_EXPIRED: 'This page has expired. Try again.',
    NOT_SIGNED_IN: 'Sign in to continue.',
    NO_ACTIVE_PROFILE: 'Choose a profile to continue.',
    SIGN_IN_NOT_KEPT:
      'You are signed in, but this device could not save your sign-in. You will need to sign in again next time.',
    SIGN_IN_NOT_FORGOTTEN: 'You are signed out, but this device could not delete your saved sign-in. Try again.',
    VALIDATION_FAILED: 'Discovr did not accept this. Try something else.',
    RATE_LIMITED: 'Too many requests. Wait a moment and try again.',
    NOT_FOUND: 'This is not available.',
    SERVER_ERROR: 'Discovr has a problem. Try again in a moment.',
    UNKNOWN: 'Something went wrong. Try again.',
    reference: 'Error id: {requestId}',
  },
} as const;

/** English messages of drop-ins that cannot show their content: headings, and buttons for the next step. */
export const statesEnglish = {
  states: {
    signedOut: 'You’re not signed in',
    /** Heading when the server no longer accepts the sign-in. */
    refused: 'You’ve been signed out',
    noProfile: 'No profile selected',
    /** Heading when the device has no connection. */
    offline: 'You’re offline',
    /** Sentence below the `offline` heading. */
    offlineText: 'We’ll try again when you’re back online.',
    notFound: 'Not available',
    /** Sentence below the `notFound` heading. */
    notFoundText: 'It may have been removed.',
    failed: 'This didn’t load',
    signIn: 'Sign in',
    chooseProfile: 'Choose a profile',
    back: 'Go back',
    /** Accessible name of the button that closes the dialog. */
    close: 'Close',
  },
} as const;

/** Messages by error code. Codes that are not listed use `UNKNOWN`. */
const errors = {
  NETWORK_ERROR: 'Can’t connect. Check your connection and try again.',
  AUTH_FAILED: 'The sign-in wasn’t completed. Try again.',
  FORBIDDEN: 'Your account doesn’t have access to this. Sign in again or use another account.',
  TOKEN_INVALID: 'Your sign-in is no longer valid. Sign in again.',
  TOKEN_EXPIRED: 'Your sign-in has expired. Sign in again.',
  SESSION_EXPIRED: 'This page has expired. Try again.',
  NOT_SIGNED_IN: 'Sign in to continue.',
  NO_ACTIVE_PROFILE: 'Choose a profile to continue.',
  VALIDATION_FAILED: 'That didn’t go through. Check what you entered and try again.',
  RATE_LIMITED: 'Too many attempts. Wait a moment and try again.',
  NOT_FOUND: 'This isn’t available.',
  SERVER_ERROR: 'The service is having trouble. Give it a moment.',
  UNKNOWN: 'Something went wrong. Try again.',
  reference: 'Error ID: {requestId}',
} as const;

/** Error messages that only drop-ins for signing in show. */
export const signInErrors = {
  POPUP_BLOCKED: 'The sign-in window isn’t working. You can sign in on this page instead.',
  SIGN_IN_NOT_KEPT:
    'You’re signed in, but your sign-in couldn’t be saved on this device. You’ll need to sign in again next time.',
  SIGN_IN_NOT_FORGOTTEN: 'You’re signed out, but your saved sign-in couldn’t be removed from this device. Try again.',
} as const;

/** English messages of errors, without {@link signInErrors}. */
export const errorsEnglish = {
  // Has the type of all messages, as locale packs do. No call but a sign-in or a sign-out fails with the missing codes.
  errors: errors as typeof errors & typeof signInErrors,
};

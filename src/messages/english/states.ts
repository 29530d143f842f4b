/** English messages of drop-ins that cannot show their content: headings, and buttons for the next step. */
export const statesEnglish = {
  states: {
    signedOut: 'You’re not signed in',
    /** Heading when the server no longer accepts the sign-in. */
    refused: 'You’ve been signed out',
    noProfile: 'No profile selected',
    offline: 'No connection',
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

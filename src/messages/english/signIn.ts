import { errorsEnglish, signInErrors, statesEnglish } from './states.js';

/** English messages of the sign-in drop-ins. */
export const signInEnglish = {
  signIn: {
    title: 'Sign in with Discovr',
    /** What a sign-in is good for, below the title. */
    value: 'Your recommendations, on every device.',
    open: 'Sign in',
    /** Replaces `open` when the user can also use another device. */
    openHere: 'Sign in on this device',
    waitingTitle: 'Waiting for you to sign in',
    waiting: 'Continue on the page that opened.',
    showPopup: 'Show sign-in page',
    cancel: 'Cancel',
    /** Heading when the popup did not open, or the page has lost it. */
    blockedTitle: 'Sign-in interrupted',
    continueHere: 'Continue on this page',
    redirecting: 'Opening the sign-in page…',
    completing: 'Signing you in…',
    signedIn: 'You’re signed in',
    /** What follows a sign-in, below `signedIn`. */
    next: 'Taking you to your profiles…',
    failedTitle: 'Sign-in failed',
    /** Below `failedTitle`, when the server refused to complete the sign-in. */
    rejected: 'Your confirmation may have expired.',
    /** Below `failedTitle`, when the sign-in got no usable response, or not in time. */
    interrupted: 'It was interrupted or took too long.',
    retry: 'Try again',
    useOtherDevice: 'Use another device',
  },
  deviceSignIn: {
    title: 'Sign in with a code',
    /** The first of three steps. */
    instruction: 'Scan the QR code with your phone, or use a device where you’re signed in.',
    instructionWithAddress: 'Scan the QR code with your phone, or open this address:',
    instructionOnPhone: 'Use a device where you’re signed in.',
    instructionOnPhoneWithAddress: 'On this or another device, go to:',
    enterCode: 'Enter this code:',
    /** Two sentences, each on a line of its own. */
    confirm: 'Confirm there.\nThis screen continues by itself.',
    openAddress: 'Open {address}',
    copy: 'Copy code',
    copied: 'Code copied',
    cancel: 'Cancel',
    qrCode: 'QR code to scan with your phone',
    code: 'Code: {code}',
    timeLeft: 'This code expires in {time}.',
    minutesLeft: { one: '{count} minute left', other: '{count} minutes left' },
    requesting: 'Getting a code…',
    approved: 'You’re signed in',
    expired: 'This code has expired',
    expiredHint: 'For security, a code works only for a short time.',
    denied: 'Sign-in was declined on the other device',
    cancelled: 'Sign-in was canceled',
    retry: 'Get a new code',
  },
} as const;

/** English messages of all errors. */
export const allErrorsEnglish = { errors: { ...errorsEnglish.errors, ...signInErrors } };

/** All messages of a sign-in drop-in. */
export const signInDropInEnglish = { ...signInEnglish, ...statesEnglish, ...allErrorsEnglish };

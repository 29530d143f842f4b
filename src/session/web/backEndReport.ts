import type { KnownErrorCode } from '../../api/errors/discovrError.js';

/** Name of the `BroadcastChannel` on which the last page of a popup reports that the sign-in has ended. */
export const SIGN_IN_CHANNEL = 'discovr-sign-in';

/** Type of the report. */
export const SIGN_IN_REPORT = 'discovr:sign-in';

/** Query parameter of the URL to which the back end redirects after a sign-in that failed. */
export const ERROR_PARAMETER = 'discovr-error';

/** Why a sign-in at the back end failed. */
export type BackEndSignInFailure = Extract<KnownErrorCode, 'USER_CANCELLED' | 'NETWORK_ERROR' | 'AUTH_FAILED'>;

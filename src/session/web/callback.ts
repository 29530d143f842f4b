import { CALLBACK_PARAMETERS, readCallback } from '../../api/webSignInEndpoints.js';
import { ERROR_PARAMETER } from './backEndReport.js';

/** Whether a URL is that of a page to which the sign-in page or the app's back end redirected after a sign-in. */
export function isCallback(url: string): boolean {
  return readCallback(url) !== undefined || new URL(url).searchParams.has(ERROR_PARAMETER);
}

/** Removes the result of a sign-in from a URL, for the address bar. */
export function withoutCallback(callback: string): string {
  const url = new URL(callback);
  const names = readCallback(callback) ? CALLBACK_PARAMETERS : [];
  for (const name of [...names, ERROR_PARAMETER]) url.searchParams.delete(name);
  return url.href;
}

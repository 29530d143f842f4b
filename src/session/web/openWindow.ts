import type { SignInWindow } from './webAuthEnvironment.js';

/** Opens a blank window of a size that suits a sign-in, where the browser likes to; `null` where it blocks it. */
export function openWindow(): SignInWindow | null {
  return open('', '_blank', 'popup,width=480,height=720');
}

/** Address of the page; empty where there is none. */
export function pageAddress(): string {
  return globalThis.location?.href ?? '';
}

/** A window that was opened to sign in: the part of a browser's `Window` that this library uses. */
export interface SignInPopup {
  /** Some blockers hand out a window that has none. */
  readonly closed: boolean | undefined;
  /** Reading `href` throws while the window shows another origin. */
  readonly location: { readonly href: string; replace(address: string): void };
  focus(): void;
  close(): void;
}

/** Opens a blank window of a size that suits a sign-in, where the browser likes to; `null` where it blocks it. */
export function openPopup(): SignInPopup | null {
  return open('', '_blank', 'popup,width=480,height=720');
}

/** Address of the page; empty where there is none. */
export function pageAddress(): string {
  return globalThis.location?.href ?? '';
}

/** The sign-in popup: the part of a browser's `Window` that this library uses. */
export interface SignInPopup {
  /** `undefined` for the fake windows that some popup blockers return. */
  readonly closed: boolean | undefined;
  /** Reading `href` throws while the popup shows another origin. */
  readonly location: { readonly href: string; replace(url: string): void };
  focus(): void;
  close(): void;
}

/** Opens a blank popup. Returns `null` when the browser blocks it. The browser may ignore the requested size. */
export function openPopup(): SignInPopup | null {
  return open('', '_blank', 'popup,width=480,height=720');
}

/** Returns the URL of the page, or an empty string when there is no page. */
export function pageUrl(): string {
  return globalThis.location?.href ?? '';
}

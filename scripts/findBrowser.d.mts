/** Which browser is looked for. */
interface BrowserOptions {
  /** Whether a headless shell is not enough. */
  readonly isWhole?: boolean;
}

export const browserFlags: string[];
export function findBrowser(options?: BrowserOptions): string | undefined;
export function ensureBrowser(options?: BrowserOptions): string;

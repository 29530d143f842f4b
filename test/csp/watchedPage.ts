import type { BrowserContext, Page } from 'playwright';

/** A page that is watched for violations of its Content Security Policy. */
export interface WatchedPage {
  readonly page: Page;
  /** Violations of the policy, uncaught errors, and errors and warnings in the console, as text. */
  readonly faults: string[];
}

/** Failed requests are part of the sign-in by code and of faults that stories show. They do not concern the policy. */
const FAILED_REQUEST = /^Failed to load resource: (the server responded|net::ERR_INVALID_URL)/;

/** Opens a page, and notes whatever violates its policy or appears as an error. */
export async function openWatched(context: BrowserContext, url: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const isFault = message.type() === 'error' || message.type() === 'warning';
    if (isFault && !FAILED_REQUEST.test(message.text())) faults.push(message.text());
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.warn(`${effectiveDirective} forbids ${blockedURI}`),
    ),
  );
  await page.goto(url);
  return { page, faults };
}

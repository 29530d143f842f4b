import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { DiscovrCredential, SessionState } from '../../../src/client/index.js';

/** Returns the current session state of a tab. */
export function stateOf(tab: Page): Promise<SessionState> {
  return tab.evaluate(() => window.tab.client.getSession());
}

/** Waits until a tab has this state. */
export async function expectState(tab: Page, state: SessionState): Promise<void> {
  await expect.poll(() => stateOf(tab)).toEqual(state);
}

/** Signs in with a credential that was obtained elsewhere. */
export function adopt(tab: Page, credential: DiscovrCredential): Promise<void> {
  return tab.evaluate((given) => window.tab.client.adoptCredential(given), credential);
}

/** Creates a page, and returns its id and the id of its session. */
export function createPage(tab: Page, genres?: number[]): Promise<{ id: string; sessionId: string | null }> {
  return tab.evaluate(async (wanted) => {
    const { client, sessions } = window.tab;
    const { id } = await client.createPage(wanted ? { pageFilters: { genres: wanted } } : {});
    return { id, sessionId: sessions.at(-1)?.sessionId ?? null };
  }, genres);
}

/** Creates a page, and returns the code of the error if that fails, or `undefined`. */
export function failureOfCreatePage(tab: Page): Promise<string | undefined> {
  return tab.evaluate(() =>
    window.tab.client.createPage().then(
      () => undefined,
      (error: { code?: string; name: string }) => error.code ?? error.name,
    ),
  );
}

export function switchProfile(tab: Page, profileId: string): Promise<void> {
  return tab.evaluate((id) => window.tab.client.switchProfile(id), profileId);
}

export async function signOut(tab: Page): Promise<void> {
  await tab.evaluate(() => window.tab.client.signOut());
}

/**
 * Hides a tab, as a locked screen or another tab in front would, or shows it again. Playwright keeps every page visible
 * and cannot freeze one, so this function overrides properties of the document.
 */
export function setVisible(tab: Page, isVisible: boolean): Promise<void> {
  return tab.evaluate(
    (visibilityState) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibilityState });
      Object.defineProperty(document, 'hidden', { configurable: true, value: visibilityState === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
    isVisible ? 'visible' : 'hidden',
  );
}

/** Stops all messages from a tab, so that other tabs miss them as suspended tabs do. */
export function mute(tab: Page): Promise<void> {
  return tab.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
}

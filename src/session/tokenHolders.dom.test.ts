import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idle } from '../../test/support/promises.js';
import { tabsOnEmulator } from '../../test/support/tabsOnEmulator.js';
import { TAB_OFFER_MS } from './clock.js';

const MINUTE_MS = 60_000;

describe('a tab that starts', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => vi.restoreAllMocks());

  /** Opens tabs whose waits are recorded and over at once. */
  function openTabs() {
    const tabs = tabsOnEmulator();
    const waits: number[] = [];
    const sleep = async (milliseconds: number) => {
      waits.push(milliseconds);
      await idle();
    };
    return { ...tabs, waits, openTab: () => tabs.openTab({ sleep }) };
  }

  it('mints without waiting for offers when no other tab has a session', async () => {
    const { openTab, waits, mints } = openTabs();
    await openTab().createPage();
    expect(mints()).toBe(1);
    expect(waits).toEqual([]);
  });

  it('waits for the offer of another tab', async () => {
    const { openTab, mints } = openTabs();
    await openTab().createPage();
    await openTab().createPage();
    expect(mints()).toBe(1);
  });

  it.each([
    ['was closed', ({ close }: { close(): void }) => close()],
    ['was left', () => window.dispatchEvent(new Event('pagehide'))],
  ])('does not wait for a tab that %s', async (_what, leave) => {
    const { openTab, waits } = openTabs();
    const first = openTab();
    await first.createPage();
    leave(first);
    first.close();
    await openTab().createPage();
    expect(waits).toEqual([]);
  });

  it('does not wait for a tab that crashed when its session has ended, and removes its note', async () => {
    const { openTab, waits, passTime } = openTabs();
    const crashed = openTab();
    await crashed.createPage();
    const [[key, note] = ['', '']] = Object.entries(localStorage);
    crashed.close();
    localStorage.setItem(key, String(note));
    passTime(31 * MINUTE_MS);
    await openTab().createPage();
    expect(waits).toEqual([]);
    expect(Object.keys(localStorage)).not.toContain(key);
  });

  it('waits for a tab that is back from the back/forward cache', async () => {
    const { openTab, mints } = openTabs();
    const first = openTab();
    await first.createPage();
    window.dispatchEvent(new Event('pagehide'));
    first.show(true);
    await openTab().createPage();
    expect(mints()).toBe(1);
  });

  it('waits when the browser denies access to the storage', async () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const { openTab, waits } = openTabs();
    await openTab().createPage();
    expect(waits).toEqual([TAB_OFFER_MS]);
  });

  it('notes neither a token nor who is signed in', async () => {
    const { openTab, credential, alex } = openTabs();
    await openTab().createPage();
    const text = JSON.stringify(localStorage);
    expect(text).toContain('-session-');
    expect(text).not.toContain(credential.refreshToken);
    expect(text).not.toContain(alex);
    expect(Object.values(localStorage).join()).toMatch(/^\d{13}$/);
  });
});

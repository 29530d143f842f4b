import { afterEach, beforeEach, vi } from 'vitest';
import { FakeTabs } from '../../support/fakeTabs.js';

/** What the tabs of one browser have in common, anew for each test of a file: channels by name, and the mint's lock. */
export function browserTabs() {
  const state = { isAsleep: false, tabs: new FakeTabs() };

  beforeEach(() => {
    state.isAsleep = false;
    // What is said while a tab sleeps is lost to it.
    state.tabs = new FakeTabs((_label, act) => !state.isAsleep && queueMicrotask(act));
    const { openChannel, lock } = state.tabs;
    vi.stubGlobal('BroadcastChannel', function BroadcastChannel(name: string) {
      return openChannel(name);
    });
    const request = (_name: string, { signal }: { signal: AbortSignal }, begin: () => Promise<void>) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        lock(async () => (signal.aborted ? undefined : begin()), signal).then(resolve, reject);
      });
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'locks');
  });

  return {
    /** What was said so far. */
    messages: () => state.tabs.messages,
    /** Puts the tabs to sleep, or wakes them. */
    setAsleep: (isAsleep: boolean) => void (state.isAsleep = isAsleep),
    /** Takes the lock around the mint, and keeps it. */
    keepLock: () => void state.tabs.lock(() => new Promise<never>(() => undefined), new AbortController().signal),
  };
}

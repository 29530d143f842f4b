import { afterEach, beforeEach, vi } from 'vitest';
import { FakeTabs } from '../../support/fakeTabs.js';

/** Sets up the channels and the mint lock that the tabs of a browser share, separately for each test. */
export function browserTabs() {
  const state = { isAsleep: false, tabs: new FakeTabs() };

  beforeEach(() => {
    state.isAsleep = false;
    // A sleeping tab misses the messages of other tabs.
    state.tabs = new FakeTabs((_label, act) => !state.isAsleep && queueMicrotask(act));
    const { openChannel, lock } = state.tabs;
    vi.stubGlobal('BroadcastChannel', function BroadcastChannel(name: string) {
      return openChannel(name);
    });
    const request = (_name: string, { signal }: { signal: AbortSignal }, begin: () => Promise<void>) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        lock('mint', { signal }, async () => (signal.aborted ? undefined : begin())).then(resolve, reject);
      });
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'locks');
  });

  return {
    /** The messages posted so far. */
    messages: () => state.tabs.messages,
    /** Puts the tabs to sleep or wakes them. */
    setAsleep: (isAsleep: boolean) => void (state.isAsleep = isAsleep),
    /** Takes the mint lock and never releases it. */
    keepLock: () => void state.tabs.lock('mint', { ifAvailable: true }, () => new Promise<never>(() => undefined)),
  };
}

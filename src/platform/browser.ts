import type { Platform } from './platform.js';

/** The browser. On a server, the app counts as visible and online, and has no channel, storage or address. */
export const browserPlatform: Platform = {
  visibility: {
    isVisible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
    onChanged: (listener) => listen(globalThis.document, ['visibilitychange'], listener),
  },
  online: {
    isOnline: () => typeof window === 'undefined' || navigator.onLine,
    onChanged: (listener) => listen(globalThis.window, ['online', 'offline'], listener),
  },
  onLeave: (listener) => listen(globalThis.window, ['pagehide'], listener),
  openChannel(name) {
    // Node also has BroadcastChannel, but there it reaches no other tab and keeps the process alive.
    if (typeof window === 'undefined' || typeof BroadcastChannel === 'undefined') return undefined;
    try {
      return new BroadcastChannel(name);
    } catch {
      // Opaque origins, such as sandboxed frames, cannot use it. This tab then shares nothing.
      return undefined;
    }
  },
  async lock(name, options, run) {
    const locks = globalThis.navigator?.locks;
    if (!locks) return run(false);
    let release = () => undefined as void;
    const isOver = new Promise<void>((resolve) => (release = resolve));
    try {
      const isHeld = await new Promise<boolean>((resolve) => {
        const begin = (lock: Lock | null) => {
          resolve(lock !== null);
          return isOver;
        };
        // The request rejects when the wait was aborted, and in contexts without locks.
        locks.request(name, options, begin).catch(() => resolve(false));
      });
      return await run(isHeld);
    } finally {
      release();
    }
  },
  storage: (scope) => (scope === 'device' ? localStorage : sessionStorage),
  onStored: (listener) => listen(globalThis.window, ['storage'], ({ key }: StorageEvent) => listener(key)),
  address: () => globalThis.location?.href ?? '',
  goTo: (url) => window.location.assign(url),
  windows: {
    // The browser may ignore the requested size.
    openPopup: () => open('', '_blank', 'popup,width=480,height=720'),
    onMessage: (listener) => listen(window, ['message'], listener),
    hasFocus: () => document.hasFocus(),
  },
};

/** Listens to events. Returns a function that stops. Does nothing without a target. */
function listen(
  target: EventTarget | undefined,
  types: readonly string[],
  listener: (event: never) => void,
): () => void {
  // The target fires only events of this kind under these names.
  const handler = listener as EventListener;
  for (const type of types) target?.addEventListener(type, handler);
  return () => {
    for (const type of types) target?.removeEventListener(type, handler);
  };
}

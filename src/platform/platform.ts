/** What the client and its session ask of their surroundings. They use no other function of a browser or device. */
export interface Platform {
  /** Whether the user can see the app. */
  readonly visibility: Visibility;
  /** Whether the device has a network connection. */
  readonly online: {
    isOnline(): boolean;
    /** Calls the listener on each change. Returns a function that removes it. */
    onChanged(listener: () => void): () => void;
  };
  /** Calls the listener when the user leaves the app. Returns a function that removes it. */
  onLeave(listener: () => void): () => void;
  /** Opens a channel to the other instances of the app. Without a channel, they share nothing. */
  openChannel(name: string): Channel | undefined;
  /**
   * Runs a function while no other instance of the app runs one under this name, and passes `true` to it. Passes `false`
   * where there are no locks, when the signal aborts while it waits, and, with `ifAvailable`, when the lock is not free.
   */
  lock<T>(name: string, options: LockWait, run: (isHeld: boolean) => Promise<T>): Promise<T>;
  /**
   * Returns the storage of the device, or of this visit. Throws when the app may not store data; so may the storage.
   */
  storage(scope: 'device' | 'visit'): SyncStorage;
  /** Returns the URL of the page, or an empty string when there is no page. */
  address(): string;
  /** Navigates to another URL. */
  goTo(url: string): void;
}

/** Whether the user can see the page, and when that changes. */
export interface Visibility {
  isVisible(): boolean;
  /** Calls the listener on each change. Returns a function that removes it. */
  onChanged(listener: () => void): () => void;
}

/** The part of `BroadcastChannel` that this library uses. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** How to wait for a lock: until the signal aborts, or not at all. */
type LockWait = { readonly signal: AbortSignal } | { readonly ifAvailable: true };

/** The part of `Storage` that this library uses. */
export type SyncStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Acts on a storage. Returns `undefined` when the storage is missing, denied or full. */
export function withStorage<T>(
  { storage }: Pick<Platform, 'storage'>,
  scope: 'device' | 'visit',
  act: (storage: SyncStorage) => T,
): T | undefined {
  try {
    return act(storage(scope));
  } catch {
    return undefined;
  }
}

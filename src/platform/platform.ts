/**
 * What the client, its session and the hooks need from a browser or device. They use nothing else of it, so that they
 * also run in React Native.
 */
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
  /** Opens a channel to the other instances of the app. Without one, the app does not ask or wait for them. */
  openChannel(name: string): Channel | undefined;
  /**
   * Runs a function while no other instance of the app runs one under this name, and passes `true` to it. Passes `false`
   * if there are no locks, if the signal aborts during the wait, or, with `ifAvailable`, if the lock is taken.
   */
  lock<T>(name: string, options: LockWait, run: (isHeld: boolean) => Promise<T>): Promise<T>;
  /**
   * Returns the storage of the device, or of this visit. When the app may not store data, this or the storage throws.
   */
  storage(scope: 'device' | 'visit'): SyncStorage;
  /**
   * Calls the listener when another instance of the app changes the storage of the device: with the key, or with `null`
   * after clearing it. Returns a function that removes the listener.
   */
  onStored(listener: (key: string | null) => void): () => void;
  /** Returns the URL of the page, or an empty string when there is no page. */
  address(): string;
  /** Navigates to another URL. */
  goTo(url: string): void;
  /** What a sign-in by popup needs. Absent where there are no windows. */
  readonly windows?: Windows;
  /**
   * Opens a page in a browser over the app. Resolves with the URL of the app to which the page redirected, or with `null`
   * when the user closed the browser. In React Native, a sign-in by popup uses it in place of windows.
   */
  openAuthSession?(url: string, redirectUri: string): Promise<string | null>;
  /** Random values and hashes for that sign-in. */
  readonly crypto?: SignInCrypto;
}

/** The part of `Crypto` that a web sign-in uses. */
export interface SignInCrypto extends Pick<Crypto, 'getRandomValues'> {
  readonly subtle: Pick<SubtleCrypto, 'digest'>;
}

/** The part of a browser's windows that a sign-in by popup uses. */
export interface Windows {
  /** Opens a blank popup. Returns `null` when the browser blocks it. */
  openPopup(): SignInPopup | null;
  /** Calls the listener with each message posted to the page. Returns a function that removes it. */
  onMessage(listener: (message: ReceivedMessage) => void): () => void;
  /** Whether the page has the focus. */
  hasFocus(): boolean;
}

/** The sign-in popup: the part of a browser's `Window` that this library uses. */
export interface SignInPopup {
  /** `undefined` for the fake windows that some popup blockers return. */
  readonly closed: boolean | undefined;
  /** Reading `href` throws while the popup shows another origin. */
  readonly location: { readonly href: string; replace(url: string): void };
  focus(): void;
  close(): void;
}

/** A message that the page received. */
export interface ReceivedMessage {
  readonly origin: string;
  /** The window that posted it; `null` when it is already closed. */
  readonly source: unknown;
  readonly data: unknown;
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

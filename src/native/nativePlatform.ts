import { focusManager, onlineManager } from '@tanstack/react-query';
import type { Platform, SyncStorage } from '../platform/platform.js';
import { createObservers } from '../shared/observers.js';
import { substituteIntl } from './intlSubstitutes.js';

/** Modules from which {@link nativePlatform} creates a platform. */
export interface NativeModules {
  /** `AppState` of `react-native`. */
  AppState: {
    readonly currentState: string | null;
    addEventListener(type: 'change', listener: (state: string) => void): { remove(): void };
  };
  /**
   * The default export of `@react-native-community/netinfo`. Without it, the device always counts as online, so calls
   * without a network fail only after their retries.
   */
  NetInfo?: {
    addEventListener(listener: (state: { readonly isConnected: boolean | null }) => void): () => void;
  };
  /** `Linking` of `react-native`, which opens the page of `client.signInWithWebAuth()`. */
  Linking?: { openURL(url: string): Promise<unknown> };
  /**
   * Opens the sign-in page in a browser over the app: `openAuthSessionAsync` of `expo-web-browser`, or `openAuth` of
   * `react-native-inappbrowser-reborn`. On iOS, both use `ASWebAuthenticationSession`. `useSignIn` needs it.
   */
  openAuthSession?(url: string, redirectUrl: string): Promise<{ readonly type: string; readonly url?: string }>;
  /**
   * `expo-crypto`, or its functions from elsewhere: React Native has neither random values nor hashes for a web
   * sign-in.
   */
  crypto?: {
    getRandomValues<Bytes extends Uint8Array>(bytes: Bytes): Bytes;
    digest(algorithm: string, bytes: BufferSource): Promise<ArrayBuffer>;
  };
}

/**
 * Creates the platform of an app in React Native. Also connects TanStack Query to the state of the app and of the network
 * (`focusManager` and `onlineManager`). Call it once, at module level: its listeners stay as long as the app runs.
 *
 * Where the engine lacks parts of `Intl`, as Hermes does, plural forms and lists follow rules of this package, in the
 * languages of its locale packs.
 *
 * There are no tabs, so the app does not ask or wait for other instances. What a browser keeps in its storage, such as
 * the draft of a form, is kept in memory.
 *
 * @example
 * const platform = nativePlatform({ AppState, NetInfo });
 * const client = new DiscovrClient('my-app', { platform, credentialStore: secureCredentialStore(SecureStore) });
 */
export function nativePlatform({ AppState, NetInfo, Linking, openAuthSession, crypto }: NativeModules): Platform {
  substituteIntl();
  const onAppState = (listener: (state: string) => void) => {
    const subscription = AppState.addEventListener('change', listener);
    return () => subscription.remove();
  };
  const network = createObservers<void>();
  let isOnline = true;
  NetInfo?.addEventListener(({ isConnected }) => {
    const before = isOnline;
    // It is null until the state is known.
    isOnline = isConnected !== false;
    if (isOnline !== before) network.notify();
  });
  focusManager.setEventListener((setFocused) => onAppState((state) => setFocused(state === 'active')));
  onlineManager.setEventListener((setOnline) => {
    setOnline(isOnline);
    return network.add(() => setOnline(isOnline));
  });
  const storages = { device: memoryStorage(), visit: memoryStorage() };
  return {
    visibility: {
      // On iOS, an inactive app is still on screen, for example below an alert or a call.
      isVisible: () => AppState.currentState !== 'background',
      onChanged: (listener) => onAppState(listener),
    },
    online: { isOnline: () => isOnline, onChanged: (listener) => network.add(listener) },
    onLeave: doNothing,
    onStored: doNothing,
    openChannel: () => undefined,
    lock: (_name, _options, run) => run(false),
    storage: (scope) => storages[scope],
    address: () => '',
    // If no app can open the URL, the user stays where they are.
    goTo: (url) => void Linking?.openURL(url).catch(() => undefined),
    ...(openAuthSession && {
      async openAuthSession(url, redirectUri) {
        const { type, url: returned } = await openAuthSession(url, redirectUri);
        return type === 'success' && returned ? returned : null;
      },
    }),
    ...(crypto && {
      crypto: {
        // A sign-in fills only a `Uint8Array`.
        getRandomValues: ((bytes: Uint8Array) => crypto.getRandomValues(bytes)) as Crypto['getRandomValues'],
        subtle: { digest: (_algorithm, bytes) => crypto.digest('SHA-256', bytes) },
      },
    }),
  };
}

const doNothing = () => () => undefined;

function memoryStorage(): SyncStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    key: (index) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
}

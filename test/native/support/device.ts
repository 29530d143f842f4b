import { webcrypto } from 'node:crypto';
import type { NativeModules } from '../../../src/native/index.js';
import { viewOfPopup } from '../../../src/session/web/popup.js';
import { createObservers } from '../../../src/shared/observers.js';
import { TestBrowser } from '../../../src/testing/testBrowser.js';

/** A device whose user and network the test plays: the modules of React Native that `nativePlatform` takes. */
export class Device {
  readonly #states = createObservers<string>();
  readonly #networks = createObservers<{ readonly isConnected: boolean | null }>();
  /** Entries of the keychain, which stay when the app is killed. */
  readonly keychain = new Map<string, string>();
  /** URLs that were opened in the browser. */
  readonly opened: string[] = [];
  /** The browser over the app, in which the user signs in. */
  readonly browser: TestBrowser;
  #state = 'active';

  readonly modules: NativeModules = {
    AppState: {
      /** Reads the state of the device at each access, as that of React Native does. */
      currentState: 'active',
      addEventListener: (_type: 'change', listener: (state: string) => void) => ({
        remove: this.#states.add(listener),
      }),
    },
    NetInfo: {
      addEventListener: (listener: (state: { readonly isConnected: boolean | null }) => void) => {
        listener({ isConnected: null });
        return this.#networks.add(listener);
      },
    },
    Linking: { openURL: async (url: string) => void this.opened.push(url) },
    openAuthSession: (url, redirectUrl) => this.#openAuthSession(url, redirectUrl),
    crypto: {
      getRandomValues: (bytes) => {
        webcrypto.getRandomValues(bytes);
        return bytes;
      },
      digest: (algorithm, bytes) => webcrypto.subtle.digest(algorithm, bytes),
    },
  };

  /** Functions of `expo-secure-store`, with its limit. */
  readonly SecureStore = {
    getItemAsync: async (key: string) => this.keychain.get(key) ?? null,
    setItemAsync: async (key: string, value: string) => {
      if (new TextEncoder().encode(value).length > 2048) throw new Error('Value is larger than 2048 bytes.');
      if (!/^[\w.-]+$/.test(key)) throw new Error('Invalid key.');
      this.keychain.set(key, value);
    },
    deleteItemAsync: async (key: string) => void this.keychain.delete(key),
  };

  constructor(authorize: ConstructorParameters<typeof TestBrowser>[0] = notSignedIn) {
    this.browser = new TestBrowser(authorize);
    Object.defineProperty(this.modules.AppState, 'currentState', { get: () => this.#state });
  }

  /** The user leaves the app or returns to it. */
  become(state: 'active' | 'inactive' | 'background'): void {
    this.#state = state;
    this.#states.notify(state);
  }

  /** The network comes or goes. */
  connect(isConnected: boolean): void {
    this.#networks.notify({ isConnected });
  }

  /** As `openAuthSessionAsync` of `expo-web-browser`: resolves when the page redirects to the app, or is closed. */
  #openAuthSession(url: string, redirectUrl: string): Promise<{ type: string; url?: string }> {
    const { environment } = this.browser;
    const popup = environment.openPopup()!;
    return new Promise((resolve) => {
      environment.onMessage(({ data }) => {
        // The browser of the test posts the response of its sign-in page.
        const { type: _type, ...response } = data as Record<string, string>;
        const query = Object.entries(response).map((entry) => entry.map(encodeURIComponent).join('='));
        resolve({ type: 'success', url: `${redirectUrl}?${query.join('&')}` });
      });
      this.browser.onChanged(() => popup.closed && resolve({ type: 'cancel' }));
      popup.location.replace(url);
      // The browser of the test is closed only after its page has been seen twice.
      [popup, popup].forEach(viewOfPopup);
    });
  }
}

function notSignedIn(): never {
  throw new Error('Nobody signs in on this device.');
}

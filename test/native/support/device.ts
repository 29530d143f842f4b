import { createObservers } from '../../../src/shared/observers.js';

/** A device whose user and network the test plays: the modules of React Native that `nativePlatform` takes. */
export class Device {
  readonly #states = createObservers<string>();
  readonly #networks = createObservers<{ readonly isConnected: boolean | null }>();
  /** Entries of the keychain, which stay when the app is killed. */
  readonly keychain = new Map<string, string>();
  /** URLs that were opened in the browser. */
  readonly opened: string[] = [];
  #state = 'active';

  readonly modules = {
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

  constructor() {
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
}

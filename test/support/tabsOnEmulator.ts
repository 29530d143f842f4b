import { createSessionApi } from '../../src/api/sessionApi.js';
import { createTransport } from '../../src/api/transport.js';
import { tokenServerOf } from '../../src/api/session.js';
import { createEmulator } from '../../src/emulator/createEmulator.js';
import { generatedTitles } from '../../src/emulator/catalog/catalog.js';
import { memoryCredentialStore, type CredentialStore } from '../../src/session/credential.js';
import { browserPlatform } from '../../src/platform/browser.js';
import { DeviceClock } from '../../src/session/clock.js';
import { DiscovrAuth } from '../../src/session/auth.js';
import { createTokenCalls } from '../../src/session/tokenCalls.js';
import { Lifetime } from '../../src/shared/lifetime.js';
import { createObservers } from '../../src/shared/observers.js';
import type { SessionState } from '../../src/session/sessionState.js';
import { FakeTabs } from './fakeTabs.js';

/** Options of one tab. */
export interface TabOptions {
  readonly namespace?: string;
  /** @default the store that all tabs share */
  readonly store?: CredentialStore;
  readonly profilePerTab?: boolean;
  /** Whether the tab exchanges messages with the other tabs. */
  readonly isConnected?: boolean;
  /** Loads the code of the calls. */
  readonly loadCode?: () => Promise<unknown>;
  /** Waits for a number of milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** Creates tabs of one browser that share an embedded Discovr with two profiles and one credential store. */
export function tabsOnEmulator({ session = 'active' }: { session?: 'active' | 'signedIn' | 'signedOut' } = {}) {
  let time = Date.parse('2026-03-01T12:00:00Z');
  const emulator = createEmulator({ catalog: generatedTitles(50), now: () => time });
  const { control } = emulator;
  const [alex, sam] = control.profiles().map(({ id }) => id) as [string, string];
  const credential = emulator.issueCredential(session === 'active' ? { profileId: alex } : {});
  const sharedStore = memoryCredentialStore(session === 'signedOut' ? undefined : credential);
  const browser = new FakeTabs();
  const send = createTransport({
    basePath: 'https://api.discovr.media',
    fetch: (input, init) => emulator.fetch(input, init),
    timeoutMs: 15_000,
  });

  const openTab = ({
    namespace = 'app',
    store = sharedStore,
    profilePerTab = false,
    isConnected = true,
    loadCode = async () => undefined,
    sleep,
  }: TabOptions = {}) => {
    let isVisible = true;
    const visibility = createObservers<void>();
    const auth = new DiscovrAuth({
      namespace,
      store,
      server: tokenServerOf(send),
      loadTokenCalls: async () => {
        await loadCode();
        return createTokenCalls;
      },
      lifetime: new Lifetime(),
      profilePerTab,
      clock: new DeviceClock(
        () => time,
        () => time,
      ),
      sleep,
      trace: {},
      platform: {
        ...browserPlatform,
        openChannel: browser.openChannel,
        lock: browser.lock,
        visibility: {
          isVisible: () => isVisible,
          onChanged: (listener) => visibility.add(listener),
        },
      },
    });
    const states: SessionState[] = [];
    auth.onStateChanged((state) => states.push(state));
    const undo = isConnected ? auth.connect() : () => undefined;
    const createPage = async () => createSessionApi(send, (await auth.tokenCalls()).withSessionToken).createPage({});
    return {
      auth,
      states,
      close: undo,
      createPage,
      show(isNowVisible: boolean) {
        isVisible = isNowVisible;
        visibility.notify();
      },
    };
  };

  return {
    emulator,
    control,
    browser,
    alex,
    sam,
    credential,
    sharedStore,
    openTab,
    mints: () => control.count('POST /auth/session-token'),
    passTime: (milliseconds: number) => (time += milliseconds),
  };
}

'use client';

import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DiscovrClientOptions } from '../client/clientOptions.js';
import { DiscovrClient } from '../client/DiscovrClient.js';
import { createEmulator, type Emulator } from '../emulator/createEmulator.js';
import type { EmulatorOptions } from '../emulator/emulatorOptions.js';
import { DiscovrProvider, type DiscovrProviderProps } from '../react/provider/DiscovrProvider.js';
import { memoryCredentialStore } from '../session/store/credentialStore.js';
import { TestBrowser } from './testBrowser.js';

/** Options of {@link createTestDiscovr}: those of the emulator, and who is there. */
export interface TestDiscovrOptions extends EmulatorOptions {
  /**
   * Who is there when the test begins.
   * @default 'active'
   */
  session?: 'active' | 'signedIn' | 'signedOut' | undefined;
  /** Options of the client beside `fetch`, `now` and the credential store. */
  client?: Omit<DiscovrClientOptions, 'fetch' | 'now'> | undefined;
  /** Props of the provider beside its client. */
  provider?:
    Pick<DiscovrProviderProps, 'queryClient' | 'locale' | 'messages' | 'vocabulary' | 'colorScheme'> | undefined;
}

/** An embedded Discovr with a client and a provider over it. */
export interface TestDiscovr {
  readonly emulator: Emulator;
  /** Switches for faults, latency and time: the emulator's. */
  readonly control: Emulator['control'];
  readonly client: DiscovrClient;
  /** What the client uses of a browser to sign in by window and by redirect, and the person at it. */
  readonly browser: TestBrowser;
  readonly queryClient: QueryClient;
  /** The first profile; the active one, where the session is active. `undefined` where there are no profiles. */
  readonly profileId: string | undefined;
  /** Wraps what is tested: `render(<App />, { wrapper: discovr.Wrapper })`. */
  readonly Wrapper: (props: { children?: ReactNode }) => ReactNode;
}

/**
 * Makes an embedded Discovr of one's own, signed in and with an active profile, for one test or story.
 *
 * @example
 * const { Wrapper, control } = createTestDiscovr();
 * control.failNext({ kind: 'status', status: 503 }, { times: 3 });
 * render(<App />, { wrapper: Wrapper });
 */
export function createTestDiscovr(options: TestDiscovrOptions = {}): TestDiscovr {
  const { session = 'active', client: clientOptions, provider, ...emulatorOptions } = options;
  const emulator = createEmulator(emulatorOptions);
  const profileId = emulator.control.profiles()[0]?.id;
  const isActive = session === 'active' && profileId !== undefined;
  const credential = session === 'signedOut' ? undefined : emulator.issueCredential(isActive ? { profileId } : {});
  const browser = new TestBrowser(emulator.control.authorize);
  const webSignIn = clientOptions?.webSignIn;
  // An id of its own, so that nothing else in the browser counts as another tab of the same app.
  const client = new DiscovrClient(`test-app-${Math.random().toString(36).slice(2)}`, {
    ...clientOptions,
    webSignIn: { ...webSignIn, environment: { ...browser.environment, ...webSignIn?.environment } },
    fetch: emulator.fetch,
    credentialStore: clientOptions?.credentialStore ?? memoryCredentialStore(credential),
    ...(options.now && { now: options.now }),
  });
  const queryClient = provider?.queryClient ?? new QueryClient();
  return {
    emulator,
    control: emulator.control,
    client,
    browser,
    queryClient,
    profileId,
    Wrapper: ({ children }) => (
      <DiscovrProvider {...provider} client={client} queryClient={queryClient}>
        {children}
      </DiscovrProvider>
    ),
  };
}

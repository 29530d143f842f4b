'use client';

import { assertGlobals } from './missingGlobals.js';
import { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DiscovrClientOptions } from '../client/options.js';
import { DiscovrClient } from '../client/browserClient.js';
import { createEmulator, type Emulator } from '../emulator/createEmulator.js';
import type { EmulatorOptions } from '../emulator/emulatorOptions.js';
import { DiscovrProvider, type DiscovrProviderProps } from '../react/provider/DiscovrProvider.js';
import { memoryCredentialStore } from '../session/credential.js';
import { TestBrowser } from './testBrowser.js';

/** Options of {@link createTestDiscovr}: the emulator's options, plus the session, the client and the provider. */
export interface TestDiscovrOptions extends EmulatorOptions {
  /**
   * Status of the session when the test begins. With a `sessionSource` or a `credentialStore` of your own, it is what
   * that says.
   * @default 'active'
   */
  session?: 'active' | 'signedIn' | 'signedOut' | undefined;
  /** Options of the client, except `fetch` and `now`. */
  client?: Omit<DiscovrClientOptions, 'fetch' | 'now'> | undefined;
  /** Props of the provider, except its client. */
  provider?:
    | Pick<
        DiscovrProviderProps,
        | 'queryClient'
        | 'initialSession'
        | 'locale'
        | 'messages'
        | 'vocabulary'
        | 'colorScheme'
        | 'renderImage'
        | 'onError'
        | 'onEvent'
      >
    | undefined;
}

/** An embedded Discovr with a client and a provider. */
export interface TestDiscovr {
  readonly emulator: Emulator;
  /** The emulator's control for faults, latency and sessions. */
  readonly control: Emulator['control'];
  readonly client: DiscovrClient;
  /** Simulates the browser and the user in a web sign-in by popup or redirect. */
  readonly browser: TestBrowser;
  readonly queryClient: QueryClient;
  /** Id of the first profile, which is active when the session is `active`. `undefined` when there are no profiles. */
  readonly profileId: string | undefined;
  /** Wraps the tested component in the provider: `render(<App />, { wrapper: discovr.Wrapper })`. */
  readonly Wrapper: (props: { children?: ReactNode }) => ReactNode;
}

/**
 * Creates a separate embedded Discovr for one test or story. By default, the user is signed in and a profile is active.
 *
 * @throws {Error} when the environment lacks a global that the embedded Discovr needs.
 *
 * @example
 * const { Wrapper, control } = createTestDiscovr();
 * control.failNext({ kind: 'status', status: 503 }, { times: 3 });
 * render(<App />, { wrapper: Wrapper });
 */
export function createTestDiscovr(options: TestDiscovrOptions = {}): TestDiscovr {
  assertGlobals();
  return createTestDiscovrOn(createEmulator(options), options);
}

/** Creates a client and a provider for an emulator. */
export function createTestDiscovrOn(
  emulator: Emulator,
  {
    session = 'active',
    client: clientOptions,
    provider,
    now,
  }: Pick<TestDiscovrOptions, 'session' | 'client' | 'provider' | 'now'>,
): TestDiscovr {
  const profileId = emulator.control.profiles()[0]?.id;
  const isActive = session === 'active' && profileId !== undefined;
  const credential = session === 'signedOut' ? undefined : emulator.issueCredential(isActive ? { profileId } : {});
  const browser = new TestBrowser(emulator.control.authorize);
  const { webSignIn, sessionSource } = clientOptions ?? {};
  // A unique id, so that no other client in the browser counts as another tab of this app.
  const client = new DiscovrClient(`test-app-${Math.random().toString(36).slice(2)}`, {
    ...clientOptions,
    webSignIn: { ...webSignIn, environment: { ...browser.environment, ...webSignIn?.environment } },
    fetch: emulator.fetch,
    // A session source keeps the credential itself.
    ...(!sessionSource && { credentialStore: clientOptions?.credentialStore ?? memoryCredentialStore(credential) }),
    ...(now && { now }),
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

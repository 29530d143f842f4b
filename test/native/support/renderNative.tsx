import { QueryClient } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot } from 'test-renderer';
import { onTestFinished, vi } from 'vitest';
import { generatedTitles } from '../../../src/emulator/catalog/catalog.js';
import { createEmulator } from '../../../src/emulator/createEmulator.js';
import { DiscovrClient, DiscovrProvider, memoryCredentialStore, nativePlatform } from '../../../src/native/index.js';
import type { DiscovrProviderProps, NativeClientOptions, NativeModules } from '../../../src/native/index.js';
import { idle } from '../../support/promises.js';
import { Device } from './device.js';

interface NativeOptions {
  /**
   * Session at the start.
   * @default 'active'
   */
  readonly session?: 'active' | 'signedIn' | 'signedOut';
  readonly client?: Partial<NativeClientOptions>;
  readonly modules?: Partial<NativeModules>;
  readonly provider?: Pick<DiscovrProviderProps, 'locale' | 'messages' | 'onEvent' | 'onError'>;
}

/** Creates an app in React Native, with a client that is connected to an emulator. */
export function nativeApp({ session = 'active', client: options, modules, provider }: NativeOptions = {}) {
  const emulator = createEmulator({ catalog: generatedTitles(50), seed: 'native' });
  const { control } = emulator;
  const [alex = '', sam = ''] = control.profiles().map(({ id }) => id);
  const credential = emulator.issueCredential(session === 'active' ? { profileId: alex } : {});
  const device = new Device(control.authorize);
  const platform = nativePlatform({ ...device.modules, ...modules });
  const clientOptions = {
    platform,
    fetch: async (...request: Parameters<typeof fetch>) => {
      const response = await emulator.fetch(...request);
      // That of React Native reads a body only as a whole.
      return Object.defineProperty(response, 'body', { value: undefined });
    },
    credentialStore: memoryCredentialStore(session === 'signedOut' ? undefined : credential),
    webSignIn: { redirectUri: 'https://app.example/signed-in' },
    ...options,
  };
  const client = new DiscovrClient('native-app', clientOptions);
  onTestFinished(() => client.dispose());
  const queryClient = new QueryClient();

  return {
    device,
    platform,
    emulator,
    control,
    client,
    clientOptions,
    queryClient,
    credential,
    alex,
    sam,
    /** Returns how many requests of a route were sent. */
    countOf: (route: string) => control.requests.filter(({ method, path }) => `${method} ${path}` === route).length,
    /** Renders a component that calls a hook. Returns its latest result. */
    async use<Result>(hook: () => Result) {
      let latest: { readonly result: Result } | undefined;
      function Caller(): ReactNode {
        latest = { result: hook() };
        return null;
      }
      const root = createRoot();
      const rerender = () =>
        act(async () =>
          root.render(
            <DiscovrProvider {...provider} client={client} queryClient={queryClient}>
              <Caller />
            </DiscovrProvider>,
          ),
        );
      await rerender();
      const unmount = () => act(async () => root.unmount());
      onTestFinished(unmount);
      return {
        get current(): Result {
          return latest!.result;
        },
        rerender,
        unmount,
      };
    },
  };
}

/** Waits until an assertion holds, while React renders and late code loads. */
export async function eventually(assert: () => void): Promise<void> {
  for (let turns = 0; ; turns += 1) {
    try {
      assert();
      return;
    } catch (error) {
      if (turns > 1_000) throw error;
      await act(() => vi.dynamicImportSettled());
      await act(idle);
    }
  }
}

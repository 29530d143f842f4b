import fc from 'fast-check';
import { Component, type ReactElement, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import {
  DeviceSignIn,
  DiscovrClient,
  DiscovrPage,
  DiscovrProvider,
  memoryCredentialStore,
  NavigationStack,
  ProfilePicker,
  TitleSheet,
} from '../../src/index.js';
import { createEmulator } from '../../src/emulator/index.js';
import { fuzzRuns } from '../support/fuzzRuns.js';
import { corruptions } from './corruptions.js';

class Boundary extends Component<{ children: ReactNode }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError = (error: unknown) => ({ error });
  override render() {
    return 'error' in this.state ? <p data-testid="crash">{String(this.state.error)}</p> : this.props.children;
  }
}

/** Creates an app whose server corrupts the JSON of every response once `startCorrupting` is called. */
function hostileApp(corrupt: (good: unknown) => unknown) {
  const emulator = createEmulator({ seed: 'hostile' });
  const profileId = emulator.control.profiles()[0]!.id;
  let isCorrupting = false;
  let [requests, responses, previousResponses] = [0, 0, 0];
  const client = new DiscovrClient('hostile', {
    fetch: async (input, init) => {
      if (!isCorrupting) return emulator.fetch(input, init);
      requests += 1;
      try {
        const response = await emulator.fetch(input, init);
        if (!response.ok) return response;
        return new Response(JSON.stringify(corrupt(await response.json())), { status: response.status });
      } finally {
        responses += 1;
      }
    },
    credentialStore: memoryCredentialStore(emulator.issueCredential({ profileId })),
  });
  return {
    client,
    startCorrupting: () => (isCorrupting = true),
    /** Throws if a request is still waiting for its response, or if one was sent since the previous call. */
    expectQuiet() {
      const before = previousResponses;
      previousResponses = responses;
      expect(responses).toBeGreaterThan(0);
      expect([requests, before]).toEqual([responses, responses]);
    },
  };
}

const dropIns: readonly [name: string, create: (pageId: string) => ReactElement][] = [
  ['DiscovrPage', (pageId) => <DiscovrPage pageId={pageId} href={({ id }) => `#${id}`} />],
  ['NavigationStack', () => <NavigationStack pageProps={{ href: ({ id }) => `#${id}` }} />],
  ['TitleSheet', () => <TitleSheet mediaId="MV_550" onClose={() => undefined} onPlay={() => undefined} />],
  ['ProfilePicker', () => <ProfilePicker />],
  ['DeviceSignIn', () => <DeviceSignIn />],
];

test.each(dropIns)('<%s> renders content or an error for any response, without crashing', async (_name, create) => {
  await fc.assert(
    fc.asyncProperty(corruptions, async (corrupt) => {
      const { client, startCorrupting, expectQuiet } = hostileApp(corrupt);
      const { id } = await client.createPage();
      startCorrupting();
      const { container, unmount } = await render(
        <Boundary>
          <DiscovrProvider client={client}>{create(id)}</DiscovrProvider>
        </Boundary>,
      );
      try {
        await vi.waitFor(expectQuiet, { interval: 50 });
        expect(document.querySelector('[data-testid="crash"]')?.textContent).toBeUndefined();
        expect(
          container.ownerDocument.querySelectorAll('[href^="javascript:" i], [src^="javascript:" i]'),
        ).toHaveLength(0);
        expect(document.body.textContent).not.toBe('');
      } finally {
        await unmount();
        client.dispose();
      }
    }),
    fuzzRuns(15),
  );
});

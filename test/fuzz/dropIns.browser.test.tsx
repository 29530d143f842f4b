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
import { corruptions } from './corruptions.js';

class Boundary extends Component<{ children: ReactNode }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError = (error: unknown) => ({ error });
  override render() {
    return 'error' in this.state ? <p data-testid="crash">{String(this.state.error)}</p> : this.props.children;
  }
}

/** An app whose server spoils the JSON of every answer from the moment it is told to. */
function hostileApp(corrupt: (good: unknown) => unknown) {
  const emulator = createEmulator({ seed: 'hostile' });
  const profileId = emulator.control.profiles()[0]!.id;
  let isSpoiling = false;
  let [asked, answered, settled] = [0, 0, 0];
  const client = new DiscovrClient('hostile', {
    fetch: async (input, init) => {
      if (!isSpoiling) return emulator.fetch(input, init);
      asked += 1;
      try {
        const response = await emulator.fetch(input, init);
        if (!response.ok) return response;
        return new Response(JSON.stringify(corrupt(await response.json())), { status: response.status });
      } finally {
        answered += 1;
      }
    },
    credentialStore: memoryCredentialStore(emulator.issueCredential({ profileId })),
  });
  return {
    client,
    spoil: () => (isSpoiling = true),
    /** Fails until everything that was asked for has been answered, and nothing more was asked for since the last look. */
    expectQuiet() {
      const before = settled;
      settled = answered;
      expect(answered).toBeGreaterThan(0);
      expect([asked, before]).toEqual([answered, answered]);
    },
  };
}

const dropIns: readonly [name: string, create: (pageId: string) => ReactElement][] = [
  ['DiscovrPage', (pageId) => <DiscovrPage pageId={pageId} hrefOf={({ id }) => `#${id}`} />],
  ['NavigationStack', () => <NavigationStack hrefOf={({ id }) => `#${id}`} />],
  ['TitleSheet', () => <TitleSheet mediaId="MV_550" onClose={() => undefined} onPlay={() => undefined} />],
  ['ProfilePicker', () => <ProfilePicker />],
  ['DeviceSignIn', () => <DeviceSignIn />],
];

test.each(dropIns)('<%s> shows something, or says why not, whatever the server answers', async (_name, create) => {
  await fc.assert(
    fc.asyncProperty(corruptions, async (corrupt) => {
      const { client, spoil, expectQuiet } = hostileApp(corrupt);
      const { id } = await client.createPage();
      spoil();
      const { container, unmount } = await render(
        <Boundary>
          <DiscovrProvider client={client}>{create(id)}</DiscovrProvider>
        </Boundary>,
      );
      try {
        await vi.waitFor(expectQuiet, { timeout: 10_000, interval: 50 });
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
    { numRuns: 15 },
  );
});

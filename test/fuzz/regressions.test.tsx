import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTransport } from '../../src/api/transport.js';
import { createPublicApi } from '../../src/api/publicApi.js';
import { createEmulator } from '../../src/emulator/index.js';
import {
  DeviceSignIn,
  DiscovrClient,
  DiscovrProvider,
  Hero,
  memoryCredentialStore,
  NavigationStack,
  ProfilePicker,
} from '../../src/index.js';
import { renderWithDiscovr } from '../../src/testing/renderWithDiscovr.js';
import { heroItems } from '../support/pageItems.js';
import { failureOf } from '../support/promises.js';
import { urlOf } from '../support/urlOf.js';

// Regression tests for faults that the fuzz tests found.

beforeEach(() => window.history.pushState(null, ''));
afterEach(() => void vi.useRealTimers());

/** Renders an app that receives the emulator's responses as `change` returns them. */
function renderChanged(ui: React.ReactElement, change: (path: string, body: unknown) => unknown) {
  const emulator = createEmulator();
  const requests: string[] = [];
  const client = new DiscovrClient('changed', {
    fetch: async (input, init) => {
      const { pathname } = new URL(urlOf(input));
      requests.push(pathname);
      const response = await emulator.fetch(input, init);
      const changed = change(pathname, await response.json());
      return changed instanceof Response ? changed : Response.json(changed, { status: response.status });
    },
    credentialStore: memoryCredentialStore(emulator.issueCredential()),
  });
  render(<DiscovrProvider client={client}>{ui}</DiscovrProvider>);
  return { requests };
}

test('<ProfilePicker> shows a profile once when the server sends it twice', async () => {
  renderChanged(<ProfilePicker />, (_path, body) => {
    const { profiles } = body as { profiles: unknown[] };
    return { profiles: [...profiles, ...profiles] };
  });
  expect(await screen.findAllByRole('button', { name: 'Sam' })).toHaveLength(1);
});

test('<Hero> shows a title once when the server sends it twice', () => {
  const items = heroItems(3);
  renderWithDiscovr(<Hero items={[...items, ...items]} />);
  expect(screen.getByText('1 / 3')).toBeVisible();
});

test('<DeviceSignIn> requests no further code automatically when each code expires immediately', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { requests } = renderChanged(<DeviceSignIn />, (path, body) =>
    path.endsWith('/poll') ? Response.json({ code: 'TOKEN_EXPIRED' }, { status: 401 }) : body,
  );
  const codes = () => requests.filter((path) => path === '/auth/device-codes').length;
  await screen.findByText(/^Code: /);
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(codes()).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: 'Get a new code' }));
  await vi.waitFor(() => expect(codes()).toBe(2));
});

test('<NavigationStack> opens a page whose id contains a lone surrogate', async () => {
  renderWithDiscovr(
    <NavigationStack>
      {({ title, open }) => (
        <button type="button" onClick={() => open({ id: 'half', title: 'Half', pageId: 'half \ud83c' })}>
          Beyond {title}
        </button>
      )}
    </NavigationStack>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Beyond Home' }));
  expect(await screen.findByRole('heading', { name: 'Half' })).toBeVisible();
});

test('an id with a lone surrogate is rejected before it is sent', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  const send = createTransport({ basePath: 'https://api.discovr.media', fetch, timeoutMs: 15_000 });
  expect(await failureOf(createPublicApi(send).pollDeviceCode('\ud83c'))).toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(fetch).not.toHaveBeenCalled();
});

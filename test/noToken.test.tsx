import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { inspect } from 'node:util';
import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { DiscovrClient, DiscovrGate, DiscovrProvider, memoryCredentialStore, PageFilterForm } from '../src/index.js';
import { createEmulator } from '../src/emulator/createEmulator.js';
import { TestBrowser } from '../src/testing/testBrowser.js';

test('a whole visit leaves no token in a URL, the page, storage, the cache, a log or an error', async () => {
  const user = userEvent.setup();
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const emulator = createEmulator();
  const { control } = emulator;
  const tokens = new Set<string>();
  const seen: string[] = [];
  const client = new DiscovrClient('visit', {
    fetch: (input, init) => {
      const bearer = new Headers(init?.headers).get('authorization');
      if (bearer) tokens.add(bearer.replace('Bearer ', ''));
      seen.push(input instanceof Request ? input.url : input.toString());
      return emulator.fetch(input, init);
    },
    timeoutMs: 1500,
    credentialStore: memoryCredentialStore(emulator.issueCredential({ profileId: control.profiles()[0]!.id })),
  });
  const queryClient = new QueryClient();
  render(
    <DiscovrProvider client={client} queryClient={queryClient}>
      <PageFilterForm />
    </DiscovrProvider>,
  );
  const record = () => {
    const cache = queryClient.getQueryCache().getAll();
    const mutations = queryClient.getMutationCache().getAll();
    seen.push(
      document.documentElement.outerHTML,
      inspect(
        [...cache, ...mutations].map(({ state, options }) => [state, options]),
        { depth: 9 },
      ),
      JSON.stringify([localStorage, sessionStorage, location.href, document.cookie]),
    );
  };

  await user.type(screen.getByLabelText('Page name'), 'Friday night');
  await user.click(screen.getByRole('button', { name: 'Apply filters' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('created'));
  record();
  for (const fault of [{ kind: 'status', status: 403 }, { kind: 'html' }, { kind: 'malformed' }] as const) {
    control.failNext(fault, { times: 2 });
    await user.click(screen.getByRole('button', { name: 'Apply filters' }));
    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement();
    const error: unknown = await client.getProfiles().catch((failure: unknown) => failure);
    seen.push(inspect(error, { depth: 9 }), JSON.stringify(error));
    record();
    control.clearFaults();
  }
  await act(() => client.signOut());
  record();
  seen.push(inspect(log.mock.calls, { depth: 9 }));

  expect(tokens.size).toBe(2);
  for (const token of tokens) expect(seen.filter((text) => text.includes(token))).toEqual([]);
});

test('signing in, choosing a profile and signing out offline leave no token, code or verifier anywhere', async () => {
  const user = userEvent.setup();
  const emulator = createEmulator();
  const { control } = emulator;
  const browser = new TestBrowser(control.authorize);
  const secrets = new Set<string>();
  const reported: string[] = [];
  const seen: string[] = [];
  const channel = vi.spyOn(BroadcastChannel.prototype, 'postMessage');
  const client = new DiscovrClient('visit', {
    webSignIn: { environment: browser.environment },
    fetch: async (input, init) => {
      const bearer = new Headers(init?.headers).get('authorization');
      if (bearer) secrets.add(bearer.replace('Bearer ', ''));
      if (typeof init?.body === 'string' && init.body.includes('codeVerifier')) {
        const { code, codeVerifier } = JSON.parse(init.body) as { code: string; codeVerifier: string };
        secrets.add(code).add(codeVerifier);
      }
      seen.push(input instanceof Request ? input.url : input.toString());
      return emulator.fetch(input, init);
    },
  });
  const queryClient = new QueryClient();
  client.onAuthStateChanged((change) => reported.push(JSON.stringify(change)));
  client.onSessionRefreshed((session) => reported.push(JSON.stringify(session)));
  render(
    <DiscovrProvider client={client} queryClient={queryClient}>
      <DiscovrGate>
        <PageFilterForm />
      </DiscovrGate>
    </DiscovrProvider>,
  );
  const record = () => {
    const entries = [...queryClient.getQueryCache().getAll(), ...queryClient.getMutationCache().getAll()];
    seen.push(
      document.documentElement.outerHTML,
      inspect(
        entries.map(({ state, options }) => [state, options]),
        { depth: 9 },
      ),
      JSON.stringify([localStorage, sessionStorage, location.href, document.cookie]),
    );
  };

  await user.click(await screen.findByRole('button', { name: 'Sign in on this device' }));
  await act(() => browser.signIn());
  await user.click(await screen.findByRole('button', { name: control.profiles()[0]!.name }));
  await user.click(await screen.findByRole('button', { name: 'Apply filters' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('created'));
  record();
  control.setOffline(true);
  await act(() => client.signOut());
  record();
  client.dispose();

  // The refresh token, the session token, the code and the code verifier.
  expect(secrets.size).toBe(4);
  for (const secret of secrets) expect([...seen, ...reported].filter((text) => text.includes(secret))).toEqual([]);
  const messages = inspect(channel.mock.calls, { depth: 9 });
  expect(messages).toContain('profileId');
  expect(messages).not.toMatch(/\brt_/);
});

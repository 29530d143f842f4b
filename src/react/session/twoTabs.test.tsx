import { useQuery } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DiscovrClient } from '../../client/browserClient.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { memoryCredentialStore } from '../../session/credential.js';
import { createPageQueryOptions } from '../pages/queries.js';
import { DiscovrProvider } from '../provider/DiscovrProvider.js';
import { useDiscovr } from '../provider/useDiscovr.js';
import { useProfiles } from '../profiles/useProfiles.js';

let apps = 0;

/** Renders personal data, and records every state it rendered. */
function Personal({ painted }: { painted: string[] }) {
  const { client, queryClient, session } = useDiscovr();
  const profiles = useProfiles();
  const page = useQuery(createPageQueryOptions(client), queryClient);
  const line = [session.status, profiles.data?.length ?? 'none', page.data?.id ?? 'none'].join(' ');
  painted.push(line);
  return <p>{line}</p>;
}

/** Renders two apps that share a credential store and an emulator, like two tabs of one browser. */
async function openTwoTabs() {
  apps += 1;
  const emulator = createEmulator();
  const [first, second] = emulator.control.profiles();
  const credentialStore = memoryCredentialStore(emulator.issueCredential({ profileId: first!.id }));
  const tabs = ['one', 'other'].map((name) => {
    const client = new DiscovrClient(`two tabs ${apps}`, { fetch: emulator.fetch, credentialStore });
    const painted: string[] = [];
    const view = render(
      <DiscovrProvider client={client}>
        <section aria-label={name}>
          <Personal painted={painted} />
        </section>
      </DiscovrProvider>,
    );
    return {
      client,
      painted,
      view,
      text: () => within(screen.getByRole('region', { name })).getByText(/./).textContent,
    };
  });
  const [one, other] = tabs as [(typeof tabs)[0], (typeof tabs)[0]];
  await waitFor(() => tabs.forEach(({ text }) => expect(text()).toMatch(/^active \d+ \w{6}/)));
  return { emulator, one, other, second: second!.id };
}

test('signing out in one tab removes all personal data from the other tab before its next render', async () => {
  const { one, other } = await openTwoTabs();
  const before = other.painted.length;
  await act(() => one.client.signOut());
  await waitFor(() => expect(other.text()).toBe('signedOut none none'));
  expect(new Set(other.painted.slice(before))).toEqual(new Set(['signedOut none none']));
});

test('selecting a profile in one tab updates the other tab without a flash of the old profile’s page', async () => {
  const { one, other, second } = await openTwoTabs();
  const previousPage = other.text().split(' ')[2]!;
  const before = other.painted.length;
  await act(() => one.client.selectProfile(second));
  await waitFor(() => expect(other.client.getActiveProfileId()).toBe(second));
  await waitFor(() => expect(other.text()).not.toContain('none'));
  expect(other.painted.slice(before).join()).not.toContain(previousPage);
  expect(other.text()).toBe(one.text());
});

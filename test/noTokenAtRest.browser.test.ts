import { expect, test } from 'vitest';
import { DiscovrClient, encryptedCredentialStore } from '../src/index.js';
import { createEmulator } from '../src/emulator/createEmulator.js';
import { everythingAtRest } from './support/atRest.js';

test('a whole visit with the encrypted store leaves no readable token in any storage of the browser', async () => {
  const emulator = createEmulator();
  const profileId = emulator.control.profiles()[0]!.id;
  const tokens = new Set<string>();
  const visit = () =>
    new DiscovrClient('visit', {
      credentialStore: encryptedCredentialStore,
      fetch: (input, init) => {
        tokens.add(new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '');
        return emulator.fetch(input, init);
      },
    });
  const seen: string[] = [];

  const first = visit();
  await first.adoptCredential(emulator.issueCredential());
  seen.push(await everythingAtRest());
  await first.selectProfile(profileId);
  await first.createPage();
  seen.push(await everythingAtRest());
  first.dispose();

  const second = visit();
  await second.createPage({ pageFilters: { genres: [35] } });
  expect(second.getActiveProfileId()).toBe(profileId);
  seen.push(await everythingAtRest());
  await second.signOut();
  seen.push(await everythingAtRest());

  // One refresh token, and the session token of each visit.
  expect(tokens.size).toBe(3);
  for (const token of tokens)
    for (const text of seen)
      for (const form of [token, btoa(token), encodeURIComponent(token)]) expect(text).not.toContain(form);
  await expect(visit().createPage()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

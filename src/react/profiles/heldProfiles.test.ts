import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { discovrKeys } from '../query/keys.js';
import { holdProfiles } from './useProfiles.js';

const profile = (name: string) => ({ id: `profile_${name}`, name, avatarUrl: '', createdAt: '2026-01-01T00:00:00Z' });

test('changes that end after a sign-out do not affect the profile list of the next user', () => {
  const queryClient = new QueryClient();
  const client = { clientId: 'app' };
  const namesNow = () =>
    queryClient.getQueryData<{ name: string }[]>(discovrKeys.profiles(client))?.map(({ name }) => name);
  queryClient.setQueryData(discovrKeys.profiles(client), [profile('Alex')]);
  const held = holdProfiles(client, queryClient);
  const undo = held.patch('profile_Alex', { name: 'Alexandra' });
  expect(namesNow()).toEqual(['Alexandra']);

  queryClient.removeQueries({ queryKey: discovrKeys.account(client) });
  undo();
  expect(namesNow()).toBeUndefined();

  queryClient.setQueryData(discovrKeys.profiles(client), [profile('Noor')]);
  held.update((others) => [profile('Alex'), ...others]);
  expect(namesNow()).toEqual(['Noor']);
});

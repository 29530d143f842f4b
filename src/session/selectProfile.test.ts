import { describe, expect, it, vi } from 'vitest';
import { authByHand, madeUpCredential, tokenOf } from '../../test/support/authByHand.js';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { deferred, failureOf, idle, until, watch } from '../../test/support/promises.js';

const ABORTED = { name: 'AbortError' };

describe('DiscovrClient.selectProfile', () => {
  it('mints, then makes the profile active and stores it', async () => {
    const { client, store, credential, sam, states, mints, control } = clientOnEmulator({ session: 'signedIn' });
    control.setLatency(10);
    const call = client.selectProfile(sam);
    await until(() => mints() === 1);
    expect(client.getSession()).toEqual({ status: 'signedIn' });
    await call;
    expect(states).toEqual([{ status: 'signedIn' }, { status: 'active', profileId: sam }]);
    expect(await store.get()).toEqual({ ...credential, profileId: sam });
    expect(mints()).toBe(1);
  });

  it('restores the profile in the next client with the same store', async () => {
    const { client, store, sam } = clientOnEmulator({ session: 'signedIn' });
    await client.selectProfile(sam);
    const next = clientOnEmulator({ credentialStore: store }).client;
    next.connect();
    await idle();
    expect(next.getActiveProfileId()).toBe(sam);
  });

  it('mints the session that all later calls use', async () => {
    const { client, sam, mints } = clientOnEmulator({ session: 'signedIn' });
    await client.selectProfile(sam);
    await client.createPage();
    await client.createPage({ pageFilters: { genres: [35] } });
    expect(mints()).toBe(1);
  });

  it('activates the last of several profiles, also one that was chosen before', async () => {
    const { client, alex, sam } = clientOnEmulator({ session: 'signedIn' });
    await client.ready();
    await Promise.allSettled([sam, alex, sam].map((id) => client.selectProfile(id)));
    expect(client.getActiveProfileId()).toBe(sam);
  });

  it('is also available as switchProfile()', async () => {
    const { client, sam, states } = clientOnEmulator();
    await client.switchProfile(sam);
    expect(states.at(-1)).toEqual({ status: 'active', profileId: sam });
  });

  it.each([
    ['503', { kind: 'status', status: 503 }, 'SERVER_ERROR'],
    ['403', { kind: 'status', status: 403 }, 'FORBIDDEN'],
    ['a network error', { kind: 'network' }, 'NETWORK_ERROR'],
    ['an HTML page', { kind: 'html' }, 'BAD_RESPONSE'],
  ] as const)('changes nothing when the mint fails with %s', async (_name, fault, code) => {
    const { client, control, store, credential, alex, sam, states } = clientOnEmulator({
      retries: 0,
    });
    client.connect();
    control.failNext(fault, { times: 3 });
    expect(await failureOf(client.selectProfile(sam))).toMatchObject({ code });
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
    expect(await store.get()).toEqual(credential);
  });

  it('changes nothing when the profile does not exist', async () => {
    const { client, alex } = clientOnEmulator();
    expect(await failureOf(client.selectProfile('profile_missing'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(client.getActiveProfileId()).toBe(alex);
  });

  it('can be aborted, after which the mint does not change the profile', async () => {
    const { client, control, alex, sam, mints, states } = clientOnEmulator();
    control.setLatency(10);
    const controller = new AbortController();
    const call = watch(client.selectProfile(sam, { signal: controller.signal }));
    await until(() => mints() === 1);
    controller.abort();
    await idle();
    expect(call.error).toMatchObject(ABORTED);
    await until(() => control.requests.at(-1)?.status === 200);
    await idle();
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
  });

  it('succeeds even if the store cannot keep the profile', async () => {
    const set = vi.fn(() => Promise.reject(new Error('disk full')));
    const { client, sam } = clientOnEmulator({ wrapStore: (store) => ({ ...store, set }) });
    await client.selectProfile(sam);
    expect(set).toHaveBeenCalledTimes(1);
    expect(client.getActiveProfileId()).toBe(sam);
  });
});

describe('quick successive calls to selectProfile', () => {
  it('activate the last profile, and the first call rejects with AbortError', async () => {
    const { client, alex, sam, states, store } = clientOnEmulator({ session: 'signedIn' });
    const first = watch(client.selectProfile(alex));
    const last = watch(client.selectProfile(sam));
    await until(() => first.status !== 'pending' && last.status !== 'pending');
    expect(first.error).toMatchObject(ABORTED);
    expect(last.status).toBe('resolved');
    expect(states).toEqual([{ status: 'signedIn' }, { status: 'active', profileId: sam }]);
    expect(await store.get()).toMatchObject({ profileId: sam });
  });

  it('activate the last profile while the code that mints loads, although the first call has a signal', async () => {
    const code = deferred<undefined>();
    const { auth, mints } = authByHand(madeUpCredential('r'), undefined, code.promise);
    const { signal } = new AbortController();
    const first = watch(auth.selectProfile('A', { signal }));
    await idle();
    const last = watch(auth.selectProfile('B'));
    await idle();
    code.resolve(undefined);
    await idle();
    for (const mint of mints) mint.resolve();
    await idle();
    expect(auth.state).toEqual({ status: 'active', profileId: 'B' });
    expect(first.error).toMatchObject(ABORTED);
    expect(last.status).toBe('resolved');
  });

  it('with the same profile share one mint and both succeed', async () => {
    const { client, sam, mints } = clientOnEmulator({ session: 'signedIn' });
    await Promise.all([client.selectProfile(sam), client.selectProfile(sam)]);
    expect([client.getActiveProfileId(), mints()]).toEqual([sam, 1]);
  });

  it('never mint at the same time', async () => {
    const { auth, mints, states } = authByHand(madeUpCredential('r', 'A'));
    const calls = ['B', 'C', 'D'].map((profileId) => watch(auth.selectProfile(profileId)));
    await idle();
    expect(mints.map(({ profileId }) => profileId)).toEqual(['B']);
    mints[0]!.resolve();
    await idle();
    // D was selected before the mint for C could start, so nothing is minted for C.
    expect(mints.map(({ profileId }) => profileId)).toEqual(['B', 'D']);
    mints[1]!.resolve();
    await idle();
    expect(calls.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'resolved']);
    expect(states.at(-1)).toEqual({ status: 'active', profileId: 'D' });
  });

  it('that switch away and back keep the first profile active, with a new token for it', async () => {
    const { auth, mints, states, getToken } = authByHand(madeUpCredential('r', 'A'));
    const there = watch(auth.selectProfile('B'));
    await idle();
    const back = watch(auth.selectProfile('A'));
    await idle();
    mints[0]!.resolve();
    await idle();
    mints[1]!.resolve();
    await idle();
    expect(there.error).toMatchObject(ABORTED);
    expect(back.status).toBe('resolved');
    expect(states).toEqual([{ status: 'active', profileId: 'A' }]);
    expect(await getToken()).toBe(tokenOf('A', 2));
  });

  it('activate the last profile even if the first call fails', async () => {
    const { client, control, sam, alex, mints } = clientOnEmulator({
      session: 'signedIn',
      retries: 0,
    });
    control.failNext({ kind: 'status', status: 503 });
    const failed = watch(client.selectProfile(alex));
    await until(() => mints() === 1);
    await client.selectProfile(sam);
    expect(failed.status).toBe('rejected');
    expect(client.getActiveProfileId()).toBe(sam);
  });
});

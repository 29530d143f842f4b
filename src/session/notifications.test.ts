import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { failureOf, idle } from '../../test/support/promises.js';
import { createObservers } from '../shared/observers.js';
import { areSessionsEqual } from './sessionState.js';

const NO_SESSION = { profileId: null, sessionId: null, expiresAt: null };

/** Collects the errors of listeners, which are thrown again in a microtask. */
function catchThrown(): unknown[] {
  const thrown: unknown[] = [];
  vi.stubGlobal('queueMicrotask', (task: () => void) => {
    try {
      task();
    } catch (error) {
      thrown.push(error);
    }
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return thrown;
}

describe('listeners', () => {
  it('of the state are not called after a mint, a new page, or a second selection of the profile', async () => {
    const { client, control, alex, states } = clientOnEmulator();
    await client.createPage();
    const session = client.getSession();
    control.expireSession();
    await client.createPage();
    await client.getProfiles();
    await client.selectProfile(alex);
    client.connect();
    await idle();
    expect(states).toEqual([{ status: 'active', profileId: alex }]);
    expect(client.getSession()).toBe(session);
  });

  it('of the state are not called for another credential of the same profile', async () => {
    const { client, emulator, alex, states } = clientOnEmulator();
    await client.createPage();
    await client.adoptCredential(emulator.issueCredential({ profileId: alex }));
    expect(states).toHaveLength(1);
  });

  it('of the state are called once for each change', async () => {
    const { client, sam, alex, states } = clientOnEmulator();
    await client.selectProfile(sam);
    await client.signOut();
    expect(states).toEqual([
      { status: 'active', profileId: alex },
      { status: 'active', profileId: sam },
      { status: 'signedOut', reason: 'signOut' },
    ]);
  });

  it('of onAuthStateChanged are called immediately, then on each change, until they are removed', async () => {
    const { client, alex, sam } = clientOnEmulator();
    const listener = vi.fn();
    const undo = client.onAuthStateChanged(listener);
    expect(listener.mock.calls).toEqual([[{ signedIn: false, session: { status: 'unknown' } }]]);
    await client.createPage();
    await client.selectProfile(sam);
    undo();
    await client.signOut();
    expect(listener.mock.calls.slice(1)).toEqual([
      [{ signedIn: true, session: { status: 'active', profileId: alex } }],
      [{ signedIn: true, session: { status: 'active', profileId: sam } }],
    ]);
  });

  it('of onSessionRefreshed are called immediately, then on each mint, until they are removed', async () => {
    const { client, control, alex, sam } = clientOnEmulator();
    const listener = vi.fn();
    const undo = client.onSessionRefreshed(listener);
    expect(listener.mock.calls).toEqual([[NO_SESSION]]);
    await client.createPage();
    control.expireSession();
    await client.createPage();
    await client.selectProfile(sam);
    undo();
    await client.selectProfile(alex);
    const minted = { sessionId: expect.stringMatching(/^[0-9a-f]{32}$/), expiresAt: expect.any(Number) };
    expect(listener.mock.calls.slice(1)).toEqual([
      [{ profileId: alex, ...minted }],
      [{ profileId: alex, ...minted }],
      [{ profileId: sam, ...minted }],
    ]);
    const late = vi.fn();
    client.onSessionRefreshed(late);
    expect(late).toHaveBeenCalledExactlyOnceWith({ profileId: alex, ...minted });
  });

  it('of onSessionRefreshed are not called when a mint fails', async () => {
    const { client, control } = clientOnEmulator({ retries: 0 });
    const listener = vi.fn();
    client.onSessionRefreshed(listener);
    control.failNext({ kind: 'status', status: 503 });
    await failureOf(client.createPage());
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('read the new state when they are called', async () => {
    const { client, sam } = clientOnEmulator();
    const seen: unknown[] = [];
    client.onSessionChanged(() => seen.push(client.getActiveProfileId()));
    client.onSessionRefreshed(({ profileId }) => seen.push([profileId, client.getActiveProfileId()]));
    await client.selectProfile(sam);
    expect(seen.slice(-2)).toEqual([sam, [sam, sam]]);
  });

  it('never receive a token', async () => {
    const { client, credential, bearersOf } = clientOnEmulator();
    const listener = vi.fn();
    client.onSessionRefreshed(listener);
    client.onAuthStateChanged(listener);
    await client.createPage();
    const received = JSON.stringify(listener.mock.calls);
    expect(received).not.toContain(credential.refreshToken);
    expect(received).not.toContain(bearersOf('POST /pages')[0]);
  });

  it('that throw affect neither other listeners nor the call', async () => {
    const thrown = catchThrown();
    const { client, sam } = clientOnEmulator();
    client.connect();
    await idle();
    const fault = new Error('of the listener');
    const other = vi.fn();
    let isFaulty = false;
    const fail = () => {
      if (isFaulty) throw fault;
    };
    client.onAuthStateChanged(fail);
    client.onSessionRefreshed(fail);
    client.onAuthStateChanged(other);
    client.onSessionRefreshed(other);
    isFaulty = true;
    await client.selectProfile(sam);
    expect(other).toHaveBeenCalledTimes(2 + 2);
    expect(thrown).toEqual([fault, fault]);
  });
});

describe('createObservers', () => {
  it('calls a function as often as it was added, and each undo removes it once', () => {
    const observers = createObservers<number>();
    const listener = vi.fn();
    const undo = observers.add(listener);
    observers.add(listener);
    observers.notify(1);
    undo();
    undo();
    observers.notify(2);
    expect(listener.mock.calls).toEqual([[1], [1], [2]]);
  });

  it('allows adding and removing listeners during a notification', () => {
    const observers = createObservers<number>();
    const late = vi.fn();
    const undo = observers.add(() => {
      undo();
      observers.add(late);
    });
    observers.notify(1);
    observers.notify(2);
    expect(late.mock.calls).toEqual([[2]]);
  });
});

describe('areSessionsEqual', () => {
  it('compares status, profile and reason', () => {
    const states = [
      { status: 'unknown' },
      { status: 'signedOut' },
      { status: 'signedOut', reason: 'refused' },
      { status: 'signedOut', reason: 'signOut' },
      { status: 'signedIn' },
      { status: 'active', profileId: 'a' },
      { status: 'active', profileId: 'b' },
    ] as const;
    for (const a of states) for (const b of states) expect(areSessionsEqual({ ...a }, { ...b })).toBe(a === b);
  });
});

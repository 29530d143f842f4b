import { DiscovrAuth } from '../../../src/session/auth.js';
import { createTokenCalls } from '../../../src/session/tokenCalls.js';
import { Lifetime } from '../../../src/shared/lifetime.js';
import { memoryCredentialStore, type CredentialStore } from '../../../src/session/credential.js';
import { browserPlatform } from '../../../src/platform/browser.js';
import { DeviceClock } from '../../../src/session/clock.js';
import { sessionStateOf, type SessionState } from '../../../src/session/sessionState.js';
import { pause, startTimer } from '../../../src/shared/time.js';
import { FakeTabs } from '../../support/fakeTabs.js';
import { madeUpCredential } from '../../support/authByHand.js';
import { SlowServer } from '../../support/slowServer.js';

/** Longest delay before a call to the store, and longest delay of its result, in milliseconds. */
const STORE_MS = 40;
/** Longest delay of a message to another tab, in milliseconds. */
const CHANNEL_MS = 40;
/** Longest delay of a request to the server, and longest delay of its response, in milliseconds. */
const NETWORK_MS = 100;

/** An action of the user in a tab, `at` milliseconds after the start. */
export type TabAct = { readonly tab: number; readonly at: number } & (
  | { readonly kind: 'signIn'; readonly user: string; readonly profileId?: string | undefined }
  | { readonly kind: 'select' | 'leave'; readonly profileId: string }
  | { readonly kind: 'signOut' }
);

/** The initial state and the actions of a round. The seed determines all delays. */
export interface TabRound {
  readonly tabs: number;
  readonly begins: 'signedOut' | 'signedIn' | 'active';
  readonly acts: readonly TabAct[];
  /** When the last tab is opened, in milliseconds. The others are open from the start. */
  readonly opensLastAt: number;
  readonly seed: number;
}

/** Tabs that share one store, one channel and one server, which are slow but never fail. Needs a fake clock. */
export class TabsInTime {
  /** Every state that each tab reported, in order. */
  readonly states: SessionState[][] = [];
  /** Reads and writes of the store so far. */
  storeCalls = 0;
  mints = 0;
  readonly #lifetime = new Lifetime();
  readonly #round: TabRound;
  readonly #random: () => number;
  readonly #kept: CredentialStore;
  readonly #tabs: readonly DiscovrAuth[];
  /** When the last message of each route arrives, so that no message overtakes another. */
  readonly #arrivals = new Map<string, number>();

  constructor(round: TabRound) {
    this.#round = round;
    this.#random = randomFrom(round.seed);
    const profileId = round.begins === 'active' ? 'A' : undefined;
    this.#kept = memoryCredentialStore(round.begins === 'signedOut' ? undefined : madeUpCredential('first', profileId));
    const server = new SlowServer(() => this.#wait(NETWORK_MS));
    const browser = new FakeTabs((_label, act, route) => this.#deliver(act, route));
    this.#tabs = Array.from({ length: round.tabs }, () => this.#openTab(server, browser));
  }

  /** Runs all actions, and resolves when the last one has settled. */
  async run(): Promise<void> {
    const { acts } = this.#round;
    const opened = this.#tabs.map(async (tab, index) => {
      await pause(this.#opensAt(index));
      tab.connect();
      await tab.ready();
    });
    const ended = acts.map(async (act) => {
      const index = act.tab % this.#tabs.length;
      await Promise.all([opened[index], pause(act.at)]);
      await this.#begin(act, this.#tabs[index]!);
    });
    await Promise.allSettled([...opened, ...ended]);
  }

  /** Returns the state of the store and of each tab; they are all equal when the tabs agree. */
  async places(): Promise<string[]> {
    const stored = (await this.#kept.get()) ?? undefined;
    const inTabs = this.#tabs.map(async (tab) => {
      const { withRefreshToken } = await tab.tokenCalls();
      const refreshToken = await withRefreshToken(async (token) => token).catch(() => undefined);
      return placeOf(tab.state, refreshToken);
    });
    return [placeOf(sessionStateOf(stored, undefined), stored?.refreshToken), ...(await Promise.all(inTabs))];
  }

  dispose(): void {
    this.#lifetime.end();
  }

  #opensAt(index: number): number {
    return index === this.#round.tabs - 1 ? this.#round.opensLastAt : 0;
  }

  #begin(act: TabAct, tab: DiscovrAuth): Promise<unknown> {
    switch (act.kind) {
      case 'signIn':
        return tab.adopt(madeUpCredential(act.user, act.profileId));
      case 'select':
        return tab.selectProfile(act.profileId);
      case 'leave':
        return tab.leaveProfile(act.profileId);
      case 'signOut':
        return tab.signOut();
    }
  }

  #openTab(server: SlowServer, { openChannel, lock }: FakeTabs): DiscovrAuth {
    const auth = new DiscovrAuth({
      namespace: 'tabs in time',
      store: this.#slowStore(),
      server: {
        mint: (token, profileId) => ((this.mints += 1), server.mint(token, profileId)),
        revoke: (token) => server.revoke(token),
      },
      loadTokenCalls: async () => createTokenCalls,
      lifetime: this.#lifetime,
      profilePerTab: false,
      clock: new DeviceClock(Date.now, Date.now),
      trace: {},
      platform: { ...browserPlatform, openChannel, lock },
    });
    const states: SessionState[] = [];
    this.states.push(states);
    auth.onStateChanged((state) => states.push(state));
    return auth;
  }

  #slowStore(): CredentialStore {
    const slowly = async <T>(work: () => Promise<T>) => {
      this.storeCalls += 1;
      await this.#wait(STORE_MS);
      const result = await work();
      await this.#wait(STORE_MS);
      return result;
    };
    const { get, set, clear } = this.#kept;
    return { get: () => slowly(get), set: (credential) => slowly(() => set(credential)), clear: () => slowly(clear) };
  }

  #deliver(act: () => void, route: string): void {
    const arrival = Math.max(Date.now() + this.#random() * CHANNEL_MS, this.#arrivals.get(route) ?? 0);
    this.#arrivals.set(route, arrival);
    startTimer(act, arrival - Date.now());
  }

  #wait(longestMs: number): Promise<unknown> {
    return pause(this.#random() * longestMs);
  }
}

function placeOf(state: SessionState, refreshToken: string | undefined): string {
  const profile = state.status === 'active' ? ` ${state.profileId}` : '';
  return refreshToken === undefined ? state.status : `${state.status}${profile} by ${refreshToken.slice(-6)}`;
}

/** Creates a generator of random numbers from 0 to 1 (mulberry32). Equal seeds give equal numbers. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

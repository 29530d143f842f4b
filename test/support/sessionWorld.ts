import type { Scheduler } from 'fast-check';
import { memoryCredentialStore, type CredentialStore, type DiscovrCredential } from '../../src/session/credential.js';
import { FakeTabs } from './fakeTabs.js';
import { SlowServer } from './slowServer.js';
import { TabOfWorld } from './tabOfWorld.js';
import { madeUpRefreshToken } from './tokens.js';

/** An event in a {@link SessionWorld}. */
export type SessionEvent = { readonly tab: number } & (
  | { readonly kind: 'select' | 'deleteProfile'; readonly profileId: string }
  | { readonly kind: 'adopt'; readonly profileId: string | undefined }
  | { readonly kind: 'callPages' | 'callProfiles' | 'signOut' | 'revoke' | 'expireSessions' | 'dispose' | 'wake' }
  | { readonly kind: 'setOnline'; readonly isOnline: boolean }
  | { readonly kind: 'passMinutes'; readonly minutes: number }
);

/**
 * Tabs of one browser that run an app, with a server, a store and messages that take a random time. Collects every
 * broken rule in `violations`.
 */
export class SessionWorld {
  readonly violations: string[] = [];
  readonly server: SlowServer;
  /** User actions so far, in all tabs. */
  readonly actions = { signOuts: 0, adoptions: 0, chosen: new Set<string | undefined>(['A']) };
  /** Whether there are several tabs, so that an action in another tab can explain a change. */
  readonly hasOtherTabs: boolean;
  readonly #scheduler: Scheduler;
  readonly #tabs: readonly TabOfWorld[];
  #stored: DiscovrCredential | undefined;
  #credentials = 0;

  constructor(scheduler: Scheduler, tabs: number) {
    this.#scheduler = scheduler;
    this.hasOtherTabs = tabs > 1;
    this.server = new SlowServer((label) => scheduler.schedule(Promise.resolve(), label));
    this.#stored = { ...this.#newCredential(), profileId: 'A' };
    const browser = new FakeTabs((label, act) => void scheduler.schedule(Promise.resolve(), label).then(act));
    const store = this.#slowStore();
    this.#tabs = Array.from({ length: tabs }, () => new TabOfWorld(this, store, browser));
  }

  /** Waits as long as the scheduler decides. */
  readonly sleep = (): Promise<void> => this.#scheduler.schedule(Promise.resolve(), 'a wait ends');

  /** Starts an event. */
  begin(event: SessionEvent): void {
    const tab = this.#tabs[event.tab % this.#tabs.length];
    switch (event.kind) {
      case 'select':
        this.actions.chosen.add(event.profileId);
        return tab?.select(event.profileId);
      case 'adopt': {
        const { profileId } = event;
        this.actions.adoptions += 1;
        this.actions.chosen.add(profileId);
        return tab?.adopt({ ...this.#newCredential(), ...(profileId && { profileId }) });
      }
      case 'callPages':
        return tab?.callPages();
      case 'callProfiles':
        return tab?.callProfiles();
      case 'signOut':
        this.actions.signOuts += 1;
        return tab?.signOut();
      case 'wake':
        return tab?.wake();
      case 'dispose':
        return tab?.dispose();
      case 'revoke':
        if (this.#stored) this.server.revoked.add(this.#stored.refreshToken);
        return;
      case 'expireSessions':
        for (const session of this.server.sessions.values()) session.endsAt = 0;
        return;
      case 'deleteProfile':
        this.server.deleted.add(event.profileId);
        return;
      case 'setOnline':
        this.server.isOnline = event.isOnline;
        return;
      case 'passMinutes':
        this.server.time += event.minutes * 60_000;
    }
  }

  /** Waits until all actions have ended, then checks the result. */
  async end(): Promise<void> {
    await this.#scheduler.waitIdle();
    if (this.server.mostMintsAtATime > 1) this.violations.push('two mints at the same time');
    for (const tab of this.#tabs) tab.end();
    this.#judgeAgreement();
    for (const tab of this.#tabs) tab.dispose();
  }

  /** If the user never changed and no profile was deleted, all tabs must end with the same status and profile. */
  #judgeAgreement(): void {
    const isPlain = this.actions.adoptions === 0 && this.server.deleted.size === 0;
    const places = new Set(this.#tabs.filter((tab) => !tab.isDisposed).map((tab) => tab.place));
    if (isPlain && places.size > 1) this.violations.push(`tabs disagree: ${[...places].join(', ')}`);
  }

  #newCredential(): DiscovrCredential {
    this.#credentials += 1;
    return { refreshToken: madeUpRefreshToken(String(this.#credentials)) };
  }

  #slowStore(): CredentialStore {
    const kept = memoryCredentialStore(this.#stored);
    return {
      get: () => this.#scheduler.schedule(Promise.resolve(), 'the store reads').then(kept.get),
      set: (credential) => {
        this.#stored = credential;
        return this.#scheduler.schedule(Promise.resolve(), 'the store keeps').then(() => kept.set(credential));
      },
      clear: () => {
        this.#stored = undefined;
        return this.#scheduler.schedule(Promise.resolve(), 'the store forgets').then(kept.clear);
      },
    };
  }
}

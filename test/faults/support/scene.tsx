import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onTestFinished, vi } from 'vitest';
import { DiscovrGate } from '../../../src/components/DiscovrGate/DiscovrGate.js';
import { PageFilterForm } from '../../../src/components/PageFilterForm/PageFilterForm.js';
import { DiscovrClient, type DiscovrClientOptions } from '../../../src/client/index.js';
import type { Emulator, EmulatorCredential } from '../../../src/emulator/createEmulator.js';
import { createEmulator } from '../../../src/emulator/createEmulator.js';
import { generatedTitles } from '../../../src/emulator/generatedTitles.js';
import { DiscovrProvider } from '../../../src/react/DiscovrProvider.js';
import { memoryCredentialStore, type CredentialStore } from '../../../src/session/credentialStore.js';
import type { SessionState } from '../../../src/session/sessionState.js';
import { TestBrowser } from '../../../src/testing/testBrowser.js';
import { idle, watch } from '../../support/promises.js';
import { strangeMessages } from './strangeMessages.js';

/** Who is there at first, and what differs from an ordinary app. */
export interface SceneOptions {
  /** @default 'active' */
  readonly session?: 'active' | 'signedIn' | 'signedOut';
  /** Puts a store in front of the one that holds the credential. */
  readonly wrapStore?: (store: CredentialStore) => CredentialStore;
  /** The device's clock; the server's is always right. */
  readonly now?: () => number;
}

/** An app as a person meets it: the gate around the filter form, over an embedded Discovr. */
export interface Scene {
  readonly emulator: Emulator;
  readonly control: Emulator['control'];
  readonly client: DiscovrClient;
  readonly browser: TestBrowser;
  readonly credential: EmulatorCredential;
  readonly store: CredentialStore;
  /** Ids of the two profiles. */
  readonly alex: string;
  readonly sam: string;
  /** The session states so far, beginning with the one before the app was opened. */
  readonly states: readonly SessionState[];
  /** Posts messages to the page which are not the answer it waits for. */
  readonly postStrangeMessages: () => void;
  /** Deletes a profile as another device does. */
  deleteElsewhere(profileId: string): Promise<unknown>;
  /** Opens the app, and waits until it is at rest. With an active profile a session is minted, too. */
  open(): Promise<void>;
  /** Opens it and leaves it at that. */
  openOnly(): void;
  /** Leaves the page for good. */
  close(): void;
  /** Opens another tab of the same app, which is at rest when it is given. */
  openTab(): Promise<DiscovrClient>;
  /** Presses a button by its name. */
  press(name: string): Promise<void>;
  /** Types into a field by its label. */
  type(label: string, text: string): Promise<void>;
  /** Lets the clock go on until something is done. */
  perform<T>(action: Promise<T>): Promise<T>;
  /** Lets seconds pass. */
  pass(seconds: number): Promise<void>;
}

/** Lets the clock go on until something is done. */
async function perform<T>(action: Promise<T>): Promise<T> {
  const watched = watch(action);
  while (watched.status === 'pending') await vi.advanceTimersByTimeAsync(1);
  return action;
}

/** Sets the scene, with a clock that stands still between acts. */
export function setScene(sceneOptions: SceneOptions): Scene {
  const { session = 'active', wrapStore = (store) => store, now = () => Date.now() } = sceneOptions;
  vi.useFakeTimers();
  const emulator = createEmulator({ catalogue: generatedTitles(20), seed: 'faults' });
  const [alex = '', sam = ''] = emulator.control.profiles().map(({ id }) => id);
  const credential = emulator.issueCredential(session === 'active' ? { profileId: alex } : {});
  const store = wrapStore(memoryCredentialStore(session === 'signedOut' ? undefined : credential));
  const browser = new TestBrowser(emulator.control.authorize);
  const { environment, post } = strangeMessages(browser.environment);
  const options: DiscovrClientOptions = {
    fetch: emulator.fetch,
    credentialStore: store,
    now,
    webAuth: { environment },
  };
  // An id of its own, so that nothing else in this process counts as another tab of the same app.
  const clientId = `fault-${Math.random().toString(36).slice(2)}`;
  const client = new DiscovrClient(clientId, options);
  const states = [client.getSession()];
  client.onSessionChanged(() => states.push(client.getSession()));
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  let close = () => undefined as void;

  const pass = async (seconds: number) => {
    // In steps, so that what takes real time, such as signing a token or loading a module, keeps pace with the clock.
    const step = Math.max(0.25, seconds / 200);
    for (let passed = 0; passed < seconds; passed += step) {
      await act(async () => {
        await vi.advanceTimersByTimeAsync(step * 1000);
        await vi.dynamicImportSettled();
        await idle();
      });
    }
  };
  const openOnly = () => {
    close = render(
      <DiscovrProvider client={client}>
        <DiscovrGate>
          <PageFilterForm />
        </DiscovrGate>
      </DiscovrProvider>,
    ).unmount;
  };
  return {
    emulator,
    control: emulator.control,
    client,
    browser,
    credential,
    store,
    alex,
    sam,
    states,
    postStrangeMessages: post,
    deleteElsewhere: (profileId) =>
      emulator.fetch(`https://api.discovr.media/profiles/${profileId}`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${emulator.issueCredential().refreshToken}` },
      }),
    async open() {
      openOnly();
      await pass(1);
      if (client.getSession().status === 'active') await perform(client.createPage());
    },
    openOnly,
    close: () => close(),
    async openTab() {
      const tab = new DiscovrClient(clientId, options);
      onTestFinished(tab.connect());
      await pass(1);
      return tab;
    },
    press: (name) => perform(user.click(screen.getByRole('button', { name }))),
    type: (label, text) => perform(user.type(screen.getByLabelText(label), text)),
    perform,
    pass,
  };
}

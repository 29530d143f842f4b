import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onTestFinished, vi } from 'vitest';
import { DiscovrGate } from '../../../src/components/DiscovrGate/DiscovrGate.js';
import { PageFilterForm } from '../../../src/components/PageFilterForm/PageFilterForm.js';
import { DiscovrClient } from '../../../src/client/index.js';
import { createEmulator, type Emulator } from '../../../src/emulator/createEmulator.js';
import { generatedTitles } from '../../../src/emulator/catalogue/generatedTitles.js';
import { DiscovrProvider } from '../../../src/react/provider/DiscovrProvider.js';
import { memoryCredentialStore, type CredentialStore } from '../../../src/session/store/credentialStore.js';
import { TestBrowser } from '../../../src/testing/testBrowser.js';
import { clockWithTraffic } from './clock.js';
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
  readonly store: CredentialStore;
  /** Ids of the two profiles. */
  readonly alex: string;
  readonly sam: string;
  /** Posts messages to the page which are not the answer it waits for. */
  readonly postStrangeMessages: () => void;
  /** Deletes a profile as another device does. */
  deleteElsewhere(profileId: string): Promise<unknown>;
  /** Opens the app, and waits until it is at rest. With an active profile a session is minted, too. */
  open(): Promise<void>;
  /** Opens it and leaves it at that. */
  openOnly(): void;
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
  const { fetch, pass, perform } = clockWithTraffic(emulator.fetch);
  const options = { fetch, credentialStore: store, now, webSignIn: { environment } };
  // An id of its own, so that nothing else in this process counts as another tab of the same app.
  const clientId = `fault-${Math.random().toString(36).slice(2)}`;
  const client = new DiscovrClient(clientId, options);
  onTestFinished(() => client.dispose());
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

  const openOnly = () => {
    render(
      <DiscovrProvider client={client}>
        <DiscovrGate>
          <PageFilterForm />
        </DiscovrGate>
      </DiscovrProvider>,
    );
  };
  return {
    emulator,
    control: emulator.control,
    client,
    browser,
    store,
    alex,
    sam,
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
    async openTab() {
      const tab = new DiscovrClient(clientId, options);
      onTestFinished(() => tab.dispose());
      tab.connect();
      // What is needed to hear and to be heard is loaded in real time.
      await vi.dynamicImportSettled();
      await pass(1);
      return tab;
    },
    press: (name) => perform(user.click(screen.getByRole('button', { name }))),
    type: (label, text) => perform(user.type(screen.getByLabelText(label), text)),
    perform,
    pass,
  };
}

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onTestFinished, vi } from 'vitest';
import { DiscovrGate } from '../../../src/components/DiscovrGate/DiscovrGate.js';
import { PageFilterForm } from '../../../src/components/PageFilterForm/PageFilterForm.js';
import { DiscovrClient } from '../../../src/client/index.js';
import { createEmulator, type Emulator } from '../../../src/emulator/createEmulator.js';
import { generatedTitles } from '../../../src/emulator/catalog/catalog.js';
import { DiscovrProvider } from '../../../src/react/provider/DiscovrProvider.js';
import { memoryCredentialStore, type CredentialStore } from '../../../src/session/credential.js';
import { TestBrowser } from '../../../src/testing/testBrowser.js';
import { deleterOf } from '../../support/deleterOf.js';
import { clockWithTraffic } from './clock.js';
import { strangeMessages } from './strangeMessages.js';

/** Options of {@link setScene}. */
export interface SceneOptions {
  /**
   * Session at the start.
   * @default 'active'
   */
  readonly session?: 'active' | 'signedIn' | 'signedOut';
  /** Wraps the store that holds the credential. */
  readonly wrapStore?: (store: CredentialStore) => CredentialStore;
  /** The clock of the device, in milliseconds. The clock of the server is always right. */
  readonly now?: () => number;
}

/** An app as the user sees it: the gate around the filter form, connected to an emulator. */
export interface Scene {
  readonly emulator: Emulator;
  readonly control: Emulator['control'];
  readonly client: DiscovrClient;
  readonly browser: TestBrowser;
  readonly store: CredentialStore;
  /** Id of the profile "Alex". */
  readonly alex: string;
  /** Id of the profile "Sam". */
  readonly sam: string;
  /** Posts messages that the app must not accept as the response to its sign-in. */
  readonly postStrangeMessages: () => void;
  /** Deletes a profile as if from another device. */
  deleteElsewhere(profileId: string): Promise<unknown>;
  /** Opens the app and waits until it is idle. With an active profile, also mints a session token. */
  open(): Promise<void>;
  /** Opens the app without waiting. */
  openOnly(): void;
  /** Opens another tab of the same app and waits until it is idle. */
  openTab(): Promise<DiscovrClient>;
  /** Clicks the button with this name. */
  click(name: string): Promise<void>;
  /** Types into the field with this label. */
  type(label: string, text: string): Promise<void>;
  /** Returns the code for another device. */
  shownCode(): string;
  /** Reports to the app that the device is online again. */
  reportOnline(): void;
  /** Advances the clock until an action has settled. */
  perform<T>(action: Promise<T>): Promise<T>;
  /** Advances the clock by a number of seconds. */
  pass(seconds: number): Promise<void>;
}

/** Creates an app whose clock advances only in `perform` and `pass`. */
export function setScene(sceneOptions: SceneOptions): Scene {
  const { session = 'active', wrapStore = (store) => store, now = () => Date.now() } = sceneOptions;
  vi.useFakeTimers();
  const emulator = createEmulator({ catalog: generatedTitles(20), seed: 'faults' });
  const [alex = '', sam = ''] = emulator.control.profiles().map(({ id }) => id);
  const credential = emulator.issueCredential(session === 'active' ? { profileId: alex } : {});
  const store = wrapStore(memoryCredentialStore(session === 'signedOut' ? undefined : credential));
  const browser = new TestBrowser(emulator.control.authorize);
  const { environment, post } = strangeMessages(browser.environment);
  const { fetch, pass, perform } = clockWithTraffic(emulator.fetch);
  const options = { fetch, credentialStore: store, now, webSignIn: { environment } };
  // A unique id, so that no other client of this process counts as another tab of this app.
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
    deleteElsewhere: deleterOf(emulator),
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
      // The modules that connect tabs load in real time.
      await vi.dynamicImportSettled();
      await pass(1);
      return tab;
    },
    click: (name) => perform(user.click(screen.getByRole('button', { name }))),
    type: (label, text) => perform(user.type(screen.getByLabelText(label), text)),
    shownCode: () => screen.getByText(/^Code: /).textContent.replace(/\D/g, ''),
    reportOnline: () => void window.dispatchEvent(new Event('online')),
    perform,
    pass,
  };
}

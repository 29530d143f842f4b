import { act, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'test-renderer';
import { onTestFinished, vi } from 'vitest';
import { generatedTitles } from '../../../src/emulator/catalog/catalog.js';
import { createEmulator } from '../../../src/emulator/createEmulator.js';
import {
  DiscovrClient,
  DiscovrProvider,
  memoryCredentialStore,
  nativePlatform,
  useDeviceSignIn,
  usePageFilterForm,
  useProfiles,
  useSelectProfile,
  useSession,
  useSignIn,
} from '../../../src/native/index.js';
import { clockWithTraffic } from '../../faults/support/clock.js';
import type { Scene, SceneOptions } from '../../faults/support/scene.js';
import { deleterOf } from '../../support/deleterOf.js';
import { Device } from './device.js';

/** What a screen offers to the user. */
interface Offer {
  readonly buttons: Record<string, () => unknown>;
  readonly fields?: Record<string, (text: string) => void>;
  readonly code?: string;
}

/** What the user can press, type into and read on the current screen. */
class Controls {
  current: Offer = { buttons: {} };

  show(offer: Offer): void {
    this.current = offer;
  }
}

/** Creates an app in React Native with the steps of the app in `test/faults`. */
export function setNativeScene({
  session = 'active',
  wrapStore = (store) => store,
  now = () => Date.now(),
}: SceneOptions): Scene {
  vi.useFakeTimers();
  const emulator = createEmulator({ catalog: generatedTitles(20), seed: 'faults' });
  const { control } = emulator;
  const [alex = '', sam = ''] = control.profiles().map(({ id }) => id);
  const credential = emulator.issueCredential(session === 'active' ? { profileId: alex } : {});
  const store = wrapStore(memoryCredentialStore(session === 'signedOut' ? undefined : credential));
  const { fetch, pass, perform } = clockWithTraffic(emulator.fetch);
  const device = new Device(control.authorize);
  const webSignIn = { redirectUri: 'https://app.example/signed-in' };
  const options = { fetch, credentialStore: store, now, webSignIn, platform: nativePlatform(device.modules) };
  const client = new DiscovrClient('native-faults', options);
  onTestFinished(() => client.dispose());
  const controls = new Controls();

  const openOnly = () => {
    const root = createRoot();
    onTestFinished(() => act(() => root.unmount()));
    act(() =>
      root.render(
        <DiscovrProvider client={client}>
          <Screens controls={controls} />
        </DiscovrProvider>,
      ),
    );
  };
  return {
    emulator,
    control,
    client,
    store,
    alex,
    sam,
    browser: device.browser,
    postStrangeMessages: notInReactNative,
    openTab: notInReactNative,
    deleteElsewhere: deleterOf(emulator),
    async open() {
      openOnly();
      await pass(1);
      if (client.getSession().status === 'active') await perform(client.createPage());
    },
    openOnly,
    // Does not wait for what the button does: the clock must advance until the response is there.
    click: (name) => act(async () => void controls.current.buttons[name]!()),
    type: (label, text) => act(async () => controls.current.fields![label]!(text)),
    shownCode: () => controls.current.code ?? '',
    reportOnline() {
      device.connect(false);
      device.connect(true);
    },
    async perform(action) {
      await act(async () => void (await perform(action)));
      return action;
    },
    pass,
  };
}

function notInReactNative(): never {
  throw new Error('React Native has no tabs and no messages of windows.');
}

interface ScreenProps {
  readonly controls: Controls;
}

function Screens({ controls }: ScreenProps): ReactNode {
  const { status } = useSession();
  if (status === 'active') return <Form controls={controls} />;
  if (status === 'signedIn') return <Profiles controls={controls} />;
  return status === 'signedOut' && <SignIn controls={controls} />;
}

function SignIn({ controls }: ScreenProps): ReactNode {
  const [isShown, setShown] = useState(false);
  const { signInWithPopup } = useSignIn();
  useEffect(() => {
    const buttons = { 'Use another device': () => setShown(true), 'Sign in on this device': signInWithPopup };
    controls.show({ buttons });
  }, [controls, signInWithPopup]);
  return isShown && <Code controls={controls} />;
}

function Code({ controls }: ScreenProps): ReactNode {
  const { progress, restart } = useDeviceSignIn();
  useEffect(() => {
    const code = progress.status === 'waiting' ? progress.userCode : '';
    controls.show({ buttons: { 'Get a new code': restart }, code });
  });
  return null;
}

function Profiles({ controls }: ScreenProps): ReactNode {
  const { data = [], refetch } = useProfiles();
  const { mutate: selectProfile } = useSelectProfile();
  useEffect(() => {
    const choices = data.map(({ id, name }) => [name, () => selectProfile({ profileId: id })] as const);
    controls.show({ buttons: { ...Object.fromEntries(choices), 'Try again': refetch } });
  });
  return null;
}

function Form({ controls }: ScreenProps): ReactNode {
  const { apply, form } = usePageFilterForm();
  useEffect(() => {
    const setName = (text: string) => form.setValue('name', text);
    controls.show({ buttons: { 'Apply filters': apply }, fields: { 'Page name': setName } });
  });
  return null;
}

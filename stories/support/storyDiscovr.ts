import { createEmulator } from '../../src/emulator/createEmulator.js';
import type { EmulatorProfile } from '../../src/emulator/emulatorOptions.js';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import type { CredentialStore } from '../../src/session/credential.js';
import type { Messages } from '../../src/messages/messages.js';
import type { RenderImage } from '../../src/react/provider/renderImage.js';
import { createTestDiscovrOn, type TestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { createWorkerEmulator } from './worker/createWorkerEmulator.js';

/** Options that a story sets as `parameters.discovr`. */
export interface DiscovrParameters {
  session?: 'active' | 'signedIn' | 'signedOut';
  /**
   * Profiles of the account.
   * @default two profiles
   */
  profiles?: readonly EmulatorProfile[];
  /** Overrides the locale in the toolbar. */
  locale?: string;
  renderImage?: RenderImage;
  /**
   * Store of the credential.
   * @default a store in memory
   */
  credentialStore?: CredentialStore;
  /** Whether the browser says that it has no connection, and each request fails. */
  isOffline?: boolean;
  /** Sets faults and latency before the story renders. */
  setUp?: (discovr: TestDiscovr) => void;
}

/** Where the emulator of a story runs. */
export type EmulatorLocation = 'page' | 'worker';

/** The client and the emulator of one story. */
export interface StoryDiscovr extends TestDiscovr {
  /** Ends the emulator if it runs in a worker. */
  close(): void;
}

/** Settings of a story, from the toolbar. */
interface StorySettings {
  locale: string;
  messages: Messages;
  latencyMs: number;
  location: EmulatorLocation;
}

/** Creates the client and the emulator of one story. */
export async function createStoryDiscovr(
  parameters: DiscovrParameters,
  { locale, messages, latencyMs, location }: StorySettings,
): Promise<StoryDiscovr> {
  const { session, profiles, renderImage, credentialStore } = parameters;
  const emulatorOptions = { ...(profiles && { profiles }), seed: 'stories', latencyMs };
  const emulator =
    location === 'worker'
      ? await createWorkerEmulator(emulatorOptions)
      : { ...createEmulator(emulatorOptions), close: () => undefined };
  const discovr = createTestDiscovrOn(emulator, {
    session,
    // Short, so that a story about a fault shows its result quickly.
    client: { timeoutMs: 4_000, credentialStore },
    provider: { locale, messages, vocabulary: emulatorVocabulary(), renderImage },
  });
  if (parameters.isOffline) discovr.control.setOffline(true);
  parameters.setUp?.(discovr);
  return { ...discovr, close: emulator.close };
}

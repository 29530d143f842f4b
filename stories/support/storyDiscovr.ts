import type { EmulatorProfile } from '../../src/emulator/emulatorOptions.js';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import type { CredentialStore } from '../../src/session/store/credentialStore.js';
import type { FilterVocabulary } from '../../src/filters/vocabulary/vocabulary.js';
import type { MessagesOverride } from '../../src/messages/messages.js';
import { mergeMessages } from '../../src/messages/mergeMessages.js';
import type { Messages } from '../../src/messages/messages.js';
import { createTestDiscovr, type TestDiscovr } from '../../src/testing/createTestDiscovr.js';
import type { StoryLocale } from './locales.js';

/** What a story says of its Discovr, under `parameters.discovr`. */
export interface DiscovrParameters {
  session?: 'active' | 'signedIn' | 'signedOut';
  /** Profiles of the account; two by default. */
  profiles?: readonly EmulatorProfile[];
  /** Overrides the toolbar. */
  locale?: StoryLocale;
  messages?: MessagesOverride;
  vocabulary?: FilterVocabulary;
  /**
   * Where the credential is kept.
   * @default in memory
   */
  credentialStore?: CredentialStore;
  /** Sets faults and latency before the story renders. */
  setUp?: (discovr: TestDiscovr) => void;
}

export type StoryDiscovr = TestDiscovr;

/** Makes the embedded Discovr of one story. */
export function createStoryDiscovr(
  { session, profiles, messages: ownMessages, vocabulary, credentialStore, setUp }: DiscovrParameters,
  { locale, messages: pack, latencyMs }: { locale: StoryLocale; messages: Messages; latencyMs: number },
): StoryDiscovr {
  const messages = mergeMessages(pack, ownMessages);
  const discovr = createTestDiscovr({
    session,
    ...(profiles && { profiles }),
    seed: 'stories',
    latencyMs,
    // A story about a fault should not make its reader wait for the repeats.
    client: { timeoutMs: 4_000, credentialStore },
    provider: { locale, messages, vocabulary: vocabulary ?? emulatorVocabulary({ locale, messages }) },
  });
  setUp?.(discovr);
  return discovr;
}

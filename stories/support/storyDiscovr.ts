import type { EmulatorProfile } from '../../src/emulator/emulatorOptions.js';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import type { CredentialStore } from '../../src/session/store/credentialStore.js';
import type { FilterVocabulary } from '../../src/filters/vocabulary/vocabulary.js';
import type { MessagesOverride } from '../../src/messages/messages.js';
import { mergeMessages } from '../../src/messages/mergeMessages.js';
import type { Messages } from '../../src/messages/messages.js';
import { createTestDiscovr, type TestDiscovr } from '../../src/testing/createTestDiscovr.js';
import type { StoryLocale } from './locales.js';

/** Options that a story sets as `parameters.discovr`. */
export interface DiscovrParameters {
  session?: 'active' | 'signedIn' | 'signedOut';
  /**
   * Profiles of the account.
   * @default two profiles
   */
  profiles?: readonly EmulatorProfile[];
  /** Overrides the locale in the toolbar. */
  locale?: StoryLocale;
  messages?: MessagesOverride;
  vocabulary?: FilterVocabulary;
  /**
   * Store of the credential.
   * @default a store in memory
   */
  credentialStore?: CredentialStore;
  /** Sets faults and latency before the story renders. */
  setUp?: (discovr: TestDiscovr) => void;
}

export type StoryDiscovr = TestDiscovr;

/** Creates the client and the emulator of one story. */
export function createStoryDiscovr(
  { session, profiles, messages: customMessages, vocabulary, credentialStore, setUp }: DiscovrParameters,
  { locale, messages: pack, latencyMs }: { locale: StoryLocale; messages: Messages; latencyMs: number },
): StoryDiscovr {
  const messages = mergeMessages(pack, customMessages);
  const discovr = createTestDiscovr({
    session,
    ...(profiles && { profiles }),
    seed: 'stories',
    latencyMs,
    // Short, so that a story about a fault shows its result quickly.
    client: { timeoutMs: 4_000, credentialStore },
    provider: { locale, messages, vocabulary: vocabulary ?? emulatorVocabulary({ locale, messages }) },
  });
  setUp?.(discovr);
  return discovr;
}

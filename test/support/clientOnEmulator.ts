import { DiscovrClient, type DiscovrClientOptions } from '../../src/client/index.js';
import { createEmulator } from '../../src/emulator/createEmulator.js';
import type { EmulatorOptions } from '../../src/emulator/emulatorOptions.js';
import { generatedTitles } from '../../src/emulator/catalog/catalog.js';
import { memoryCredentialStore, type CredentialStore } from '../../src/session/credential.js';
import type { SessionState } from '../../src/session/sessionState.js';
import { deleterOf } from './deleterOf.js';
import { urlOf } from './urlOf.js';

/** Options of {@link clientOnEmulator}. */
export interface ClientOptions extends Omit<DiscovrClientOptions, 'fetch' | 'credentialStore'> {
  /**
   * Initial status of the session.
   * @default 'active'
   */
  readonly session?: 'active' | 'signedIn' | 'signedOut';
  readonly emulator?: EmulatorOptions;
  readonly credentialStore?: CredentialStore;
  /** Wraps the store that holds the credential. */
  readonly wrapStore?: (store: CredentialStore) => CredentialStore;
}

/** A request as the client passed it to `fetch`. */
interface SentRequest {
  /** Method and path. */
  readonly request: string;
  readonly token: string;
  readonly body: unknown;
  readonly signal: AbortSignal | null | undefined;
}

/** Creates a client for an embedded Discovr with two profiles, and records its requests and states. */
export function clientOnEmulator({ session = 'active', emulator: emulatorOptions, ...given }: ClientOptions = {}) {
  const { wrapStore = (store) => store, ...options } = given;
  const emulator = createEmulator({ catalog: generatedTitles(50), ...emulatorOptions });
  const { control } = emulator;
  const [alex, sam] = control.profiles().map(({ id }) => id) as [string, string];
  const credential = emulator.issueCredential(session === 'active' ? { profileId: alex } : {});
  const kept = options.credentialStore ?? memoryCredentialStore(session === 'signedOut' ? undefined : credential);
  const store = wrapStore(kept);
  const sent: SentRequest[] = [];
  // A unique id, so that no client of another test counts as another tab of this app.
  const client = new DiscovrClient(`test-app-${Math.random().toString(36).slice(2)}`, {
    ...options,
    credentialStore: store,
    fetch: (input, init = {}) => {
      sent.push({
        request: `${init.method} ${urlOf(input).replace('https://api.discovr.media', '')}`,
        token: (new Headers(init.headers).get('authorization') ?? '').replace('Bearer ', ''),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
        signal: init.signal,
      });
      return emulator.fetch(input, init);
    },
  });
  const states: SessionState[] = [];
  client.onSessionChanged(() => states.push(client.getSession()));
  return {
    emulator,
    control,
    client,
    alex,
    sam,
    credential,
    store,
    /** Every state the client reported, in order. */
    states,
    /** Every request, in order. */
    sent,
    /** Returns the bearer tokens of all requests with this method and path, in order. */
    bearersOf: (request: string) => sent.filter((one) => one.request === request).map(({ token }) => token),
    mints: () => control.count('POST /auth/session-token'),
    pagePosts: () => control.count('POST /pages'),
    /** Deletes a profile on the server, as another device would. */
    deleteProfile: deleterOf(emulator),
  };
}

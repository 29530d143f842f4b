// The app that runs in each tab: a client, and a record of its notifications for the tests.
import { DiscovrClient, encryptedCredentialStore, type SessionRefreshed } from '../../../src/client/index.js';
import { traceClient, type ClientTrace } from '../../../src/devtools/traceClient.js';
import { namespaceOf } from '../../../src/session/credential.js';
import { sessionStateOf, type SessionState } from '../../../src/session/sessionState.js';
import { everythingAtRest } from '../../support/atRest.js';

/** Content of a tab that tests can access. */
export interface TabContent {
  readonly client: DiscovrClient;
  /** Every state the client reported, in order. */
  readonly states: SessionState[];
  /** Every session the client reported, in order. */
  readonly sessions: SessionRefreshed[];
  /** Traces the client from now on. */
  readonly startTrace: () => ClientTrace;
  /** Returns the state that matches the content of the credential store, which all tabs share. */
  readonly storedState: () => Promise<SessionState>;
  /** Returns everything the browser stores for this origin, as one text. */
  readonly everythingAtRest: () => Promise<string>;
}

declare global {
  interface Window {
    readonly tab: TabContent;
  }
}

const query = new URLSearchParams(location.search);
const options = {
  basePath: query.get('basePath') ?? undefined,
  profilePerTab: query.get('profilePerTab') === 'true',
  credentialStore: encryptedCredentialStore,
};
const clientId = query.get('clientId') ?? '';
const client = new DiscovrClient(clientId, options);
const states: SessionState[] = [];
const sessions: SessionRefreshed[] = [];
client.onSessionChanged(() => states.push(client.getSession()));
client.onSessionRefreshed((session) => sessions.push(session));
client.connect();
const store = encryptedCredentialStore(namespaceOf(options.basePath ?? '', clientId));
const storedState = async () => sessionStateOf((await store.get()) ?? undefined, undefined);
const startTrace = () => traceClient(client);
Object.assign(window, {
  tab: { client, states, sessions, startTrace, storedState, everythingAtRest } satisfies TabContent,
});

import { DiscovrError } from '../shared/errors.js';
import { DiscovrClient } from '../client/browserClient.js';
import { createSessionSource } from '../client/sessionSource.js';
import type { SessionSourceCalls } from '../client/backEnd.js';
import { UNKNOWN_SESSION, type SessionState } from '../session/sessionState.js';
import { withoutTokens, type ServerParts } from './serverParts.js';
import { UPSTREAM_TIMEOUT_MS } from './serverSettings.js';
import type { Browser, Visitor } from './session/browser.js';
import type { MintedSession } from './session/store.js';

/** What the code that renders a page needs. */
export interface RenderedRequest {
  /** Client of the user who sent the request, for this render only. It mints no session and rejects every change. */
  readonly client: DiscovrClient;
  /** Session for `initialSession` of the provider. `unknown` when a profile is active but has no usable session. */
  readonly initialSession: SessionState;
}

const NO_CHANGES = 'Rendering a page changes nothing. Call this method in the browser.';

/** Reads who requests a page. Sends nothing to the API. */
export async function renderRequest(browser: Browser, parts: ServerParts): Promise<RenderedRequest> {
  const { settings } = parts;
  const visitor = await browser.read();
  const session = visitor && (await browser.keptSession(visitor));
  const client = new DiscovrClient(settings.clientId, {
    basePath: settings.basePath,
    fetch: readingFetch(settings),
    now: settings.now,
    timeoutMs: UPSTREAM_TIMEOUT_MS,
    // The browser repeats what failed, so that the user does not wait for the page.
    retries: 0,
    sessionSource: createSessionSource(callsOf(visitor, session, parts)),
  });
  const known = await client.ready();
  const isWithoutSession = visitor?.profileId !== undefined && !session;
  return { client, initialSession: isWithoutSession ? UNKNOWN_SESSION : known };
}

/** Returns a `fetch` that reads and creates pages, and answers every other request itself. */
function readingFetch({ basePath, fetch }: ServerParts['settings']): typeof globalThis.fetch {
  return async (input, init) => {
    const { method = 'GET' } = init ?? {};
    const isPageCreation = method === 'POST' && input === `${basePath}/pages`;
    if (method === 'GET' || isPageCreation) return fetch(input, init);
    return Response.json({ code: 'FORBIDDEN', message: NO_CHANGES }, { status: 403 });
  };
}

/** Returns the calls of a client that has the kept session of a user, and may read their profiles. */
function callsOf(
  visitor: Visitor | undefined,
  session: MintedSession | undefined,
  { settings, upstream }: ServerParts,
): SessionSourceCalls {
  const refreshToken = visitor?.signIn.refreshToken ?? '';
  const { getProfiles, getProfile } = upstream.identityApi(refreshToken);
  // What a page is rendered with is sent to the browser. Profiles have no field for a token, so their type stays.
  const withoutToken = async <Answer>(answer: Promise<Answer>) => withoutTokens(await answer, refreshToken) as Answer;
  const refuse = async () => {
    throw new DiscovrError('FORBIDDEN', NO_CHANGES);
  };
  let isUsed = false;
  return {
    getProfiles: (options) => withoutToken(getProfiles(options)),
    getProfile: (profileId, options) => withoutToken(getProfile(profileId, options)),
    createProfile: refuse,
    updateProfile: refuse,
    deleteProfile: refuse,
    signOutSession: refuse,
    getSignIn: async () => (visitor ? { publicId: visitor.publicId, profileId: session?.profileId } : null),
    async mintSessionToken({ profileId }) {
      if (!session || session.profileId !== profileId || isUsed) {
        throw new DiscovrError('NO_ACTIVE_PROFILE', 'Rendering a page mints no session. The browser gets another one.');
      }
      isUsed = true;
      const { sessionToken, sessionId, expiresAt, endsAt } = session;
      return { sessionToken, sessionId, expiresAt, remainingMs: endsAt - settings.now() };
    },
  };
}

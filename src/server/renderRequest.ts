import { DiscovrError } from '../shared/errors.js';
import { DiscovrClient } from '../client/DiscovrClient.js';
import { createSessionSource } from '../client/sessionSource.js';
import type { SessionSourceCalls } from '../client/backEnd.js';
import { UNKNOWN_SESSION, type SessionState } from '../session/sessionState.js';
import { visitCookies } from './cookies/visitCookies.js';
import type { ServerParts } from './serverParts.js';
import type { VisitRequest } from './serverSettings.js';
import type { MintedSession } from './session/mintedSession.js';
import type { SignIn } from './session/signIns.js';
import { portable } from './upstream/portable.js';
import { UPSTREAM_TIMEOUT_MS } from './upstream/upstream.js';

/** What the code that renders a page needs. */
export interface RenderedRequest {
  /** Client of the user who sent the request, for this render only. It mints no session and rejects every change. */
  readonly client: DiscovrClient;
  /** Session for `initialSession` of the provider. `unknown` when a profile is active but has no usable session. */
  readonly initialSession: SessionState;
}

const NO_CHANGES = 'Rendering a page changes nothing. Call this method in the browser.';

/** Reads who sent a request for a page. Sends nothing to the API. */
export async function renderRequest(
  request: Pick<VisitRequest, 'headers'>,
  parts: ServerParts,
): Promise<RenderedRequest> {
  const { settings, signIns, sessions } = parts;
  const cookies = visitCookies(request, settings);
  const signIn = await signIns.read(cookies);
  const profileId = signIn?.profileId;
  const session = profileId === undefined ? undefined : await sessions.find(cookies, { signIn: signIn!, profileId });
  const client = new DiscovrClient(settings.clientId, {
    basePath: settings.basePath,
    fetch: readingFetch(settings),
    now: settings.now,
    timeoutMs: UPSTREAM_TIMEOUT_MS,
    // The browser repeats what failed, so that the user does not wait for the page.
    retries: 0,
    sessionSource: createSessionSource(callsOf(signIn, session, parts)),
  });
  const known = await client.ready();
  const isWithoutSession = profileId !== undefined && !session;
  return { client, initialSession: isWithoutSession ? UNKNOWN_SESSION : known };
}

/** Returns a `fetch` that reads and creates pages, and answers every other request itself. */
function readingFetch({ basePath, fetch }: ServerParts['settings']): typeof globalThis.fetch {
  const send = portable(fetch);
  return async (input, init) => {
    const { method = 'GET' } = init ?? {};
    const isPageCreation = method === 'POST' && input === `${basePath}/pages`;
    if (method === 'GET' || isPageCreation) return send(input, init);
    return Response.json({ code: 'FORBIDDEN', message: NO_CHANGES }, { status: 403 });
  };
}

/** Returns the calls of a client that has the kept session of a user, and may read their profiles. */
function callsOf(
  signIn: SignIn | undefined,
  session: MintedSession | undefined,
  { settings, upstream }: ServerParts,
): SessionSourceCalls {
  const { getProfiles, getProfile } = upstream.identityApi(signIn?.refreshToken ?? '');
  const refuse = async () => {
    throw new DiscovrError('FORBIDDEN', NO_CHANGES);
  };
  let isUsed = false;
  return {
    getProfiles,
    getProfile,
    createProfile: refuse,
    updateProfile: refuse,
    deleteProfile: refuse,
    signOutSession: refuse,
    getSignIn: async () => (signIn ? { publicId: signIn.publicId, profileId: session?.profileId } : null),
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

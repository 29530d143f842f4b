import { createIdentityApi } from '../../src/api/profiles.js';
import { createSessionApi } from '../../src/api/sessionApi.js';
import { createTransport, type TransportOptions } from '../../src/api/transport.js';
import { createEmulator } from '../../src/emulator/createEmulator.js';
import { generatedTitles } from '../../src/emulator/catalog/catalog.js';
import { urlOf } from './urlOf.js';

/** A request as the transport passed it to `fetch`. */
interface SentRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/** Options of {@link apiOnEmulator}. */
export interface ApiOptions extends Partial<Pick<TransportOptions, 'basePath' | 'timeoutMs' | 'retries'>> {
  /** Replaces a response of the emulator before the transport reads it. */
  readonly alter?: (response: Response) => Response;
}

/**
 * Creates the endpoints of both tiers for an embedded Discovr, with a valid token for each tier and a record of all
 * requests.
 */
export async function apiOnEmulator({ alter, ...options }: ApiOptions = {}) {
  const emulator = createEmulator({ catalog: generatedTitles(50) });
  const sent: SentRequest[] = [];
  const send = createTransport({
    basePath: 'https://api.discovr.media',
    timeoutMs: 15_000,
    ...options,
    fetch: async (input, init = {}) => {
      sent.push({ url: urlOf(input), init, headers: new Headers(init.headers) });
      const response = await emulator.fetch(input, init);
      return alter ? alter(response) : response;
    },
  });
  const { refreshToken } = emulator.issueCredential();
  const profileId = emulator.control.profiles()[0]!.id;
  const response = await emulator.fetch('https://api.discovr.media/auth/session-token', {
    method: 'POST',
    headers: { authorization: `Bearer ${refreshToken}` },
    body: JSON.stringify({ profileId }),
  });
  const { sessionToken } = (await response.json()) as { sessionToken: string };
  return {
    control: emulator.control,
    send,
    sent,
    profileId,
    refreshToken,
    sessionToken,
    identityApi: createIdentityApi(send, (call) => call(refreshToken)),
    sessionApi: createSessionApi(send, (call) => call(sessionToken)),
    /** Endpoints with swapped tokens, whose requests must never be sent. */
    mixedUp: {
      identityApi: createIdentityApi(send, (call) => call(sessionToken)),
      sessionApi: createSessionApi(send, (call) => call(refreshToken)),
    },
  };
}

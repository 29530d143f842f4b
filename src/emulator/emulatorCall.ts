import { createEmulator, type Emulator } from './createEmulator.js';
import type { EmulatorOptions } from './emulatorOptions.js';
import { generatedTitles } from './catalog/catalog.js';

/** Parsed response for assertions. */
export interface EmulatorResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON of any shape. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface EmulatorCallOptions {
  readonly token?: string;
  readonly body?: unknown;
}

/** Calls an endpoint of an emulator through its `fetch`, as a client does. */
export async function emulatorCall(
  { fetch }: Pick<Emulator, 'fetch'>,
  route: string,
  { token, body }: EmulatorCallOptions = {},
): Promise<EmulatorResponse> {
  const [method = '', path = ''] = route.split(' ');
  const response = await fetch(`https://api.discovr.media${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  // Not validated, because the tests check the raw response.
  const json = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, headers: response.headers, body: json };
}

/** Creates an emulator with a signed-in device, a chosen profile, a session token and a clock that tests advance. */
export async function signedInEmulator(options: EmulatorOptions = {}) {
  let now = Date.parse('2026-03-01T12:00:00Z');
  const emulator = createEmulator({ now: () => now, catalog: generatedTitles(300), ...options });
  const { refreshToken } = emulator.issueCredential();
  const profileId = emulator.control.profiles()[0]!.id;
  const mint = async (profile: string = profileId) => {
    const { body } = await emulatorCall(emulator, 'POST /auth/session-token', {
      token: refreshToken,
      body: { profileId: profile },
    });
    return { token: String(body['sessionToken']), sessionId: String(body['sessionId']), expiresAt: body['expiresAt'] };
  };
  return {
    emulator,
    control: emulator.control,
    refreshToken,
    profileId,
    mint,
    token: (await mint()).token,
    call: (route: string, callOptions?: EmulatorCallOptions) => emulatorCall(emulator, route, callOptions),
    passTime: (milliseconds: number) => (now += milliseconds),
  };
}

import { createEmulator } from '../../src/emulator/createEmulator.js';
import { generatedTitles } from '../../src/emulator/catalog/catalog.js';
import { urlOf } from './urlOf.js';

const DISCOVR = 'https://api.discovr.media';
const PATH = '/api/discovr';

/**
 * Creates the back end of an app, as the documentation describes it, in front of an embedded Discovr. The back end
 * keeps the refresh token behind a cookie (here a variable) and forwards identity calls.
 *
 * @param options.remembersProfile whether `/sign-in` returns the profile that was selected last.
 */
export function backEnd({ remembersProfile = true } = {}) {
  const emulator = createEmulator({ catalog: generatedTitles(50) });
  let token: string | undefined;
  let profileId: string | undefined;
  let signIns = 0;
  let isDown = false;
  /** Response bodies that the browser received from the back end, and request headers that it sent. */
  const seen: string[] = [];

  const handle = async (method: string, path: string, body: string | undefined): Promise<Response> => {
    if (path === '/sign-in') return Response.json({ signIn: token ? { publicId: `in-${signIns}`, profileId } : null });
    if (!token) return Response.json({ code: 'TOKEN_INVALID', message: 'No cookie.' }, { status: 401 });
    const response = await emulator.fetch(DISCOVR + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    });
    if (remembersProfile && path === '/auth/session-token' && response.ok)
      profileId = (JSON.parse(body ?? '{}') as { profileId: string }).profileId;
    if (method === 'DELETE' && path === '/auth/session') token = undefined;
    return response;
  };

  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = urlOf(input);
    if (!url.startsWith(PATH)) return emulator.fetch(input, init);
    if (isDown) throw new TypeError('Failed to fetch');
    const body = typeof init.body === 'string' ? init.body : undefined;
    const response = await handle(init.method ?? 'GET', url.slice(PATH.length), body);
    seen.push(JSON.stringify(init.headers), await response.clone().text());
    return response;
  };

  return {
    path: PATH,
    fetch,
    control: emulator.control,
    seen,
    /** Signs the user in at the back end, as on the back end's sign-in page. */
    signIn() {
      signIns += 1;
      token = emulator.issueCredential().refreshToken;
    },
    isSignedIn: () => token !== undefined,
    setDown: (down: boolean) => (isDown = down),
  };
}

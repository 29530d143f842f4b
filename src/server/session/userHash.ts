import { base64url } from 'jose';
import type { ServerSettings } from '../serverSettings.js';

/** Returns a hash that names a sign-in without revealing its refresh token. */
export async function userHash(
  { basePath, clientId }: Pick<ServerSettings, 'basePath' | 'clientId'>,
  refreshToken: string,
): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([basePath, clientId, refreshToken]));
  return base64url.encode(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', text)));
}

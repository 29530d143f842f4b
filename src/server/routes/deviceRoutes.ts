import * as z from 'zod/mini';
import { Refusal } from '../http/refusal.js';
import type { ServerParts } from '../serverParts.js';
import { withoutTokens } from '../upstream/withoutTokens.js';
import type { Route, Visit } from './route.js';

const deviceCodeSchema = z.string().check(z.minLength(1));

/** The sign-in by code. */
export const deviceRoutes: readonly Route[] = [
  { method: 'POST', path: '/auth/device-codes', handle: requestCode },
  { method: 'POST', path: '/auth/device-codes/*/poll', handle: poll },
];

/**
 * Requests a code. The device code in the response is encrypted: with the real one, a script on the page could fetch
 * the refresh token from the API. The body of the request is not read, because the server knows its client id.
 */
async function requestCode({ url }: Visit, { settings, sealer, upstream }: ServerParts): Promise<Response> {
  const qrSize = qrSizeOf(url.searchParams.get('size'));
  const code = await upstream.publicApi.requestDeviceCode({ clientID: settings.clientId }, { qrSize });
  const { deviceCode, userCode, authQRCode, expiresIn } = code;
  const sealed = await sealer.seal('device', deviceCode, expiresIn);
  return Response.json({ deviceCode: sealed, userCode: withoutTokens(userCode), authQRCode, expiresIn });
}

function qrSizeOf(size: string | null): number | undefined {
  if (size === null) return undefined;
  if (/^\d{3,4}$/.test(size) && Number(size) <= 1000) return Number(size);
  throw new Refusal(400, 'VALIDATION_FAILED', 'The size must be a whole number from 100 to 1000.');
}

async function poll({ id, cookies }: Visit, { sealer, signIns, upstream }: ServerParts): Promise<Response> {
  const deviceCode = await sealer.open('device', id, deviceCodeSchema);
  if (!deviceCode) throw new Refusal(401, 'TOKEN_EXPIRED', 'This code is unknown or has expired.');
  const answer = await upstream.publicApi.pollDeviceCode(deviceCode);
  if (typeof answer.refreshToken !== 'string') {
    const status = 'status' in answer ? answer.status : undefined;
    const isPlain = typeof status === 'string' && /^[a-z_]{1,32}$/.test(status) && status !== 'approved';
    return Response.json({ status: isPlain ? status : 'pending' });
  }
  const { refreshToken, publicId, expiresAt } = answer as {
    refreshToken: string;
    publicId?: string;
    expiresAt?: number;
  };
  const signIn = await signIns.begin(cookies, { refreshToken, publicId, expiresAt });
  return Response.json({ status: 'approved', publicId: signIn.publicId });
}

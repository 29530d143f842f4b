import { DiscovrError } from '../shared/errors.js';
import type { PublicApi, RequestDeviceCodeOptions } from '../api/publicApi.js';
import { DeviceSignIn } from '../session/deviceSignIn.js';
import type { Lifetime } from '../shared/lifetime.js';
import type { DiscovrCredential, SignInResult } from '../session/credential.js';
import { documentVisibility } from '../platform/browser.js';
import { placeholderOf, backEndOf, type BackEnd, type BackEndContext } from './backEnd.js';

/** Settings and functions of the client that {@link startDeviceSignIn} needs. */
export interface StartDeviceSignInContext extends BackEndContext {
  readonly clientId: string;
  readonly publicApi: PublicApi;
  readonly adopt: (credential: DiscovrCredential) => Promise<SignInResult>;
  readonly now: () => number;
  /** Lifetime of the client. When it ends, the sign-in is canceled. */
  readonly lifetime: Lifetime;
}

/** Requests a device code, and begins to wait for its approval. */
export async function startDeviceSignIn(
  { clientId, publicApi, adopt, auth, sessionSource, ...context }: StartDeviceSignInContext,
  options: RequestDeviceCodeOptions,
): Promise<DeviceSignIn> {
  const backEnd = backEndOf({ auth, sessionSource });
  const calls = backEnd ? deviceCallsOf(backEnd) : { ...publicApi, adopt };
  const code = await calls.requestDeviceCode({ clientID: clientId }, options);
  return new DeviceSignIn({
    ...context,
    visibility: documentVisibility,
    code,
    poll: calls.pollDeviceCode,
    adopt: calls.adopt,
    signal: options.signal,
  });
}

type DeviceCalls = Pick<PublicApi, 'requestDeviceCode' | 'pollDeviceCode'> & Pick<StartDeviceSignInContext, 'adopt'>;

/** Returns calls of the back end, which keeps the credential. A placeholder stands for the refresh token. */
function deviceCallsOf(backEnd: BackEnd): DeviceCalls {
  const { requestDeviceCode, pollDeviceCode } = backEnd.signIns();
  return {
    requestDeviceCode,
    async pollDeviceCode(deviceCode, options) {
      const response = await pollDeviceCode(deviceCode, options);
      const publicId = 'publicId' in response && typeof response.publicId === 'string' ? response.publicId : '';
      const isApproved = 'status' in response && response.status === 'approved';
      return isApproved ? { refreshToken: placeholderOf(publicId), publicId } : { status: 'pending' };
    },
    async adopt() {
      if (await backEnd.refresh()) return { kept: true };
      throw new DiscovrError('AUTH_FAILED', 'The back end of the app did not keep the sign-in.');
    },
  };
}

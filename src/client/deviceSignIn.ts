import { DiscovrError } from '../shared/errors.js';
import type { PublicApi, RequestDeviceCodeOptions } from '../api/publicApi.js';
import { DeviceSignIn } from '../session/deviceSignIn.js';
import { placeholderOf, backEndOf, type BackEnd } from './backEnd.js';
import type { SignInContext } from './webSignInFlows.js';

/** Requests a device code, and begins to wait for its approval. */
export async function startDeviceSignIn(
  { clientId, calls, adopt, auth, sessionSource, now, lifetime, platform, trace }: SignInContext,
  options: RequestDeviceCodeOptions,
): Promise<DeviceSignIn> {
  lifetime.throwIfOver();
  const backEnd = backEndOf({ auth, sessionSource });
  const device = backEnd ? deviceCallsOf(backEnd) : { ...(await calls()), adopt };
  const issued = await device.requestDeviceCode({ clientID: clientId }, options);
  trace.emit?.({ type: 'signIn', way: 'code' });
  const signIn = new DeviceSignIn({
    now,
    lifetime,
    visibility: platform.visibility,
    issued,
    poll: device.pollDeviceCode,
    ready: () => auth.ready(),
    adopt: device.adopt,
    signal: options.signal,
  });
  signIn.onChanged(({ status }) => trace.emit?.({ type: 'signIn', way: 'code', outcome: status }));
  return signIn;
}

type DeviceCalls = Pick<PublicApi, 'requestDeviceCode' | 'pollDeviceCode'> & Pick<SignInContext, 'adopt'>;

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
      if (await backEnd.refresh(true)) return { kept: true };
      throw new DiscovrError('AUTH_FAILED', 'The back end of the app did not keep the sign-in.');
    },
  };
}

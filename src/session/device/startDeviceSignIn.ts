import { createPublicApi, type RequestDeviceCodeOptions } from '../../api/publicApi.js';
import type { Send } from '../../api/http/transport.js';
import type { DiscovrCredential } from '../store/credential.js';
import { DeviceSignIn } from './deviceSignIn.js';
import type { Lifetime } from '../lifetime.js';
import type { SignInResult } from '../signInResult.js';
import { documentVisibility } from '../visibility.js';

/** Settings and functions of the client that {@link startDeviceSignIn} needs. */
export interface StartDeviceSignInContext {
  readonly send: Send;
  readonly clientId: string;
  readonly adopt: (credential: DiscovrCredential) => Promise<SignInResult>;
  readonly now: () => number;
  /** Lifetime of the client. When it ends, the sign-in is canceled. */
  readonly lifetime: Lifetime;
}

/** Requests a device code, and begins to wait for its approval. */
export async function startDeviceSignIn(
  { send, clientId, ...context }: StartDeviceSignInContext,
  options: RequestDeviceCodeOptions,
): Promise<DeviceSignIn> {
  const { requestDeviceCode, pollDeviceCode } = createPublicApi(send);
  const code = await requestDeviceCode({ clientID: clientId }, options);
  return new DeviceSignIn({
    ...context,
    visibility: documentVisibility,
    code,
    poll: pollDeviceCode,
    signal: options.signal,
  });
}

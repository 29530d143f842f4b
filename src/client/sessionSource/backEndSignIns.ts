import { createPublicApi, type PublicApi } from '../../api/publicApi.js';
import type { Send } from '../../api/http/transport.js';

/** The back end's routes for signing in, as `createDiscovrServer` of `discovr-react/server` serves them. */
export interface BackEndSignIns extends Pick<PublicApi, 'requestDeviceCode' | 'pollDeviceCode'> {
  /** Path or URL that redirects the browser to the sign-in page. */
  readonly redirectPath: string;
}

/** Returns the sign-in routes under a path of the back end. */
export function backEndSignIns(path: string, send: Send): BackEndSignIns {
  const { requestDeviceCode, pollDeviceCode } = createPublicApi(send);
  return { redirectPath: `${path}/sign-in/redirect`, requestDeviceCode, pollDeviceCode };
}

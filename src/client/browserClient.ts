import { browserPlatform } from '../platform/browser.js';
import type { DiscovrClientLike } from './clientLike.js';
import { DiscovrClient as ClientOfPlatform } from './DiscovrClient.js';
import type { DiscovrClientOptions } from './options.js';
import { adaptSdkOn } from './sdk/adaptSdk.js';
import type { DiscovrSdkLike } from './sdk/sdkCalls.js';

/**
 * Client for the Discovr API, with the method names of the official SDK. It needs no framework and runs in browsers,
 * Node and workers. The constructor starts to load the code of the calls. It sends no request to the API, starts no timer
 * and does not read the credential store.
 *
 * Methods reject with a `DiscovrError`, or with an `AbortError` when their signal aborts or when the user or profile
 * changes during the call. Progress is in percent, 0 to 100.
 */
export class DiscovrClient extends ClientOfPlatform {
  constructor(clientId: string, options: DiscovrClientOptions = {}) {
    super(clientId, options, browserPlatform);
  }
}

/**
 * Adapts an instance of the official SDK to the client that the React layer uses. Calls that the SDK lacks reject with
 * `NOT_SUPPORTED`. While connected, the session state is derived from the SDK's observers. Errors become
 * `DiscovrError`s, and results that arrive after sign-out or a profile switch are dropped. The code of the calls is
 * loaded by the first of them.
 */
export const adaptSdk = (sdk: DiscovrSdkLike): DiscovrClientLike => adaptSdkOn(browserPlatform, sdk);

'use client';

import type { ReactNode } from 'react';
import { DiscovrClient as ClientOfPlatform } from '../client/DiscovrClient.js';
import type { DiscovrClientOptions } from '../client/options.js';
import type { Platform } from '../platform/platform.js';
import { useProvider, type DiscovrProviderProps as ProviderProps } from '../react/provider/useProvider.js';

/** Options of {@link DiscovrClient} in React Native. */
export interface NativeClientOptions extends DiscovrClientOptions {
  /** The platform of the app; see `nativePlatform`. */
  platform: Platform;
}

/**
 * Client for the Discovr API in React Native: the same class as in browsers, with the platform of the app.
 *
 * @example
 * const client = new DiscovrClient('my-app', { platform: nativePlatform({ AppState }) });
 */
export class DiscovrClient extends ClientOfPlatform {
  constructor(clientId: string, options: NativeClientOptions) {
    super(clientId, options, requirePlatform(options?.platform));
  }
}

/** Props of {@link DiscovrProvider} in React Native. */
export type DiscovrProviderProps = ProviderProps & {
  /** The platform of the app; see `nativePlatform`. Not needed with a `client` that has one. Read once. */
  platform?: Platform | undefined;
};

/**
 * Provides the client, the cache, the session and the messages to everything below it, as in browsers. Renders no view.
 *
 * @example
 * <DiscovrProvider client={client}><App /></DiscovrProvider>
 */
export function DiscovrProvider({ platform, ...props }: DiscovrProviderProps): ReactNode {
  return useProvider(props, requirePlatform(platform ?? platformOf(props.client)));
}

function platformOf(client: ProviderProps['client']): Platform | undefined {
  return client && 'platform' in client ? client.platform : undefined;
}

function requirePlatform(platform: Platform | undefined): Platform {
  if (platform) return platform;
  throw new TypeError(
    'discovr-react: in React Native, the client needs a `platform`, because there is no browser to ask. Pass ' +
      'nativePlatform({ AppState }) from discovr-react/native; docs/native.md shows how.',
  );
}

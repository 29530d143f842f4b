'use client';

import { useState, type ReactNode } from 'react';
import type { CallOptions } from '../api/transport.js';
import { DiscovrClient as ClientOfPlatform } from '../client/DiscovrClient.js';
import type { DiscovrClientOptions } from '../client/options.js';
import type { Platform } from '../platform/platform.js';
import { useProvider, type DiscovrProviderProps as ProviderProps } from '../react/provider/useProvider.js';
import type { SignInResult } from '../session/credential.js';
import type {
  CompletedWebSignIn,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
} from '../session/web/environment.js';
import { AuthSession, withReadableQuery } from './webSignIn.js';

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
  readonly #authSession: AuthSession;

  constructor(clientId: string, options: NativeClientOptions) {
    const platform = requirePlatform(options?.platform);
    const authSession = new AuthSession(platform, options.webSignIn);
    super(clientId, { ...options, webSignIn: authSession.options }, platform);
    this.#authSession = authSession;
  }

  /**
   * Signs in on Discovr's page in a browser over the app, which `openAuthSession` of the platform opens. A call while
   * it is open shares its result. When every caller's signal has aborted, the client ignores the response; the browser
   * stays open.
   *
   * @throws {DiscovrError} `USER_CANCELLED` when the user closes the browser or declines; `AUTH_FAILED` when something
   * that it needs is missing, the browser does not open, or the response belongs to no sign-in of this run of the app.
   */
  override signInWithPopup(options: SignInWithPopupOptions = {}): Promise<SignInResult> {
    return this.#authSession.signIn(this, options);
  }

  override signInWithWebAuth(options: SignInWithWebAuthOptions = {}): Promise<void> {
    if (options.redirectUri) this.#authSession.returnTo(options.redirectUri);
    return super.signInWithWebAuth(options);
  }

  override completeWebSignIn(url?: string | URL, options?: CallOptions): Promise<CompletedWebSignIn | null> {
    return super.completeWebSignIn(url && withReadableQuery(String(url)), options);
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
export function DiscovrProvider({ platform: given, ...props }: DiscovrProviderProps): ReactNode {
  const platform = requirePlatform(given ?? platformOf(props.client));
  const [own] = useState(() => (props.client ? undefined : new DiscovrClient(props.clientId, { ...props, platform })));
  // Nothing reads the id and the options of a provider that has a client.
  return useProvider(own ? ({ ...props, client: own } as ProviderProps) : props, platform);
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

'use client';

import type { CallOptions } from '../api/transport.js';
import type { WebSignInOptions } from '../client/index.js';
import { queryEntriesOf } from '../filters/filterSearchParams.js';
import type { Platform } from '../platform/platform.js';
import {
  useSignInFlow,
  type PopupSignInActions,
  type PopupSignInOptions,
  type SignInProgress,
} from '../react/session/signInFlow.js';
import type { SignInResult } from '../session/credential.js';
import type {
  CompletedWebSignIn,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
  WebSignInEnvironment,
} from '../session/web/environment.js';
import { raceAbort } from '../shared/abort.js';
import { DiscovrError } from '../shared/errors.js';
import { SharedCalls } from '../shared/shareCall.js';

/** Options of {@link useSignIn} in React Native. */
export type UseSignInOptions = PopupSignInOptions<SignInResult>;

/** Result of {@link useSignIn} in React Native: the progress, and functions that are stable across renders. */
export type UseSignInResult = SignInProgress & PopupSignInActions;

/**
 * Signs in on Discovr's page, in a browser over the app. Needs `openAuthSession` and `crypto` of `nativePlatform`, and a
 * `redirectUri`.
 *
 * @example
 * const { status, signInWithPopup } = useSignIn();
 * return <Button title="Sign in" disabled={status === 'waiting'} onPress={signInWithPopup} />;
 */
export function useSignIn(options: UseSignInOptions = {}): UseSignInResult {
  return useSignInFlow(options).signIn;
}

/** The sign-in by redirect of a client. */
interface RedirectSignIn {
  signInWithWebAuth(options: SignInWithWebAuthOptions): Promise<void>;
  completeWebSignIn(url: string, options: CallOptions): Promise<CompletedWebSignIn | null>;
}

/** Runs the sign-in by redirect of a client in a browser over the app, which returns the URL of the response. */
export class AuthSession {
  /** Options for the client. */
  readonly options: WebSignInOptions;
  readonly #platform: Platform;
  readonly #calls = new SharedCalls<SignInResult>();
  #redirectUri: string;
  /** Takes the URL of the sign-in page while a sign-in begins. */
  #open: ((url: string) => void) | undefined;

  constructor(platform: Platform, { environment, ...options }: WebSignInOptions = {}) {
    const goTo = environment?.goTo ?? platform.goTo;
    this.#platform = platform;
    this.#redirectUri = options.redirectUri ?? '';
    const own: Partial<WebSignInEnvironment> = {
      // There is no page. The sign-in page is at an absolute URL, so any base works.
      pageUrl: () => this.#redirectUri,
      ...(platform.crypto && { crypto: () => platform.crypto! }),
    };
    this.options = {
      ...options,
      environment: { ...own, ...environment, goTo: (url) => (this.#open ?? goTo)(url) },
    };
  }

  /** Notes the URL to which the sign-in page of the next sign-in returns. */
  returnTo(redirectUri: string): void {
    this.#redirectUri = redirectUri;
  }

  /** See `DiscovrClient.signInWithPopup` of React Native. A call while the browser is open shares its result. */
  signIn(
    client: RedirectSignIn,
    { redirectUri = this.options.redirectUri, signal }: SignInWithPopupOptions,
  ): Promise<SignInResult> {
    return this.#calls.run('popup', signal, (shared) => this.#signIn(client, redirectUri, shared));
  }

  async #signIn(client: RedirectSignIn, redirectUri = '', signal: AbortSignal): Promise<SignInResult> {
    const { openAuthSession } = this.#platform;
    // React Native has none, unless the app adds one.
    const { subtle } = (globalThis.crypto as Crypto | undefined) ?? {};
    const missing = [
      !openAuthSession && 'nativePlatform({ openAuthSession }), for example openAuthSessionAsync of expo-web-browser',
      !this.options.environment?.crypto && !subtle && 'nativePlatform({ crypto }), for example expo-crypto',
      !redirectUri && 'webSignIn: { redirectUri } of the client',
    ].filter(Boolean);
    if (!openAuthSession || missing.length > 0) {
      throw fault(
        `A sign-in in the browser lacks ${missing.join(', and ')}. docs/native.md shows all of it; the sign-in by code ` +
          'needs none.',
      );
    }
    let open: ((url: string) => void) | undefined;
    const began = new Promise<string>((resolve, reject) => {
      this.#open = open = resolve;
      client.signInWithWebAuth({ redirectUri, signal }).catch(reject);
    });
    const url = await raceAbort(began, signal).finally(() => {
      // Another sign-in may have begun since this one was aborted.
      if (this.#open === open) this.#open = undefined;
    });
    const opened = openAuthSession(url, redirectUri).catch((cause: unknown) => {
      throw fault('The browser for the sign-in did not open. Offer the sign-in by code.', cause);
    });
    const returned = await raceAbort(opened, signal);
    if (returned === null) throw new DiscovrError('USER_CANCELLED', 'The user closed the browser of the sign-in.');
    const completed = await client.completeWebSignIn(returned, { signal });
    if (!completed) throw fault('The browser returned to the app without a response of the sign-in page.');
    return { kept: completed.kept };
  }
}

function fault(message: string, cause?: unknown): DiscovrError {
  return new DiscovrError('AUTH_FAILED', message, { cause });
}

/**
 * Returns a URL with its query encoded so that `URLSearchParams` of React Native can read it: that one cuts values at `=`,
 * and throws on a `%` that encodes nothing.
 */
export function withReadableQuery(url: string): string {
  const [address = '', query = ''] = url.replace(/#.*$/s, '').split(/\?(.*)/s);
  return `${address}?${queryEntriesOf(query)
    .map((entry) => entry.map(encodeURIComponent).join('='))
    .join('&')}`;
}

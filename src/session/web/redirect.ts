import { authorizationUrl, type AuthorizationResponse } from '../../api/webSignIn.js';
import { abortReason } from '../../shared/abort.js';
import { DiscovrError } from '../../shared/errors.js';
import { parseUrl } from '../../shared/url.js';
import { WEB_SIGN_IN_LIFETIME_MS } from '../clock.js';
import { namespaceOf } from '../credential.js';
import { numberUpTo, object, optional, readOrUndefined, text, textThat } from '../readers.js';
import { isRedirectUri, type CompletedWebSignIn, type WebSignInEnvironment } from './environment.js';
import {
  assertCanBegin,
  CODE_VERIFIER,
  createSignInProof,
  redeemResponse,
  signInPageUrl,
  type WebSignInContext,
} from './proof.js';

interface BeginRedirectOptions {
  readonly redirectUri: string;
  readonly returnTo?: string | undefined;
}

/**
 * Stores what is needed to check the response later, and navigates to the sign-in page.
 *
 * @throws {DiscovrError} `AUTH_FAILED` when the sign-in cannot begin.
 */
export async function beginRedirect(
  context: WebSignInContext,
  { redirectUri, returnTo }: BeginRedirectOptions,
  signal: AbortSignal,
): Promise<void> {
  const { clientId, environment } = context;
  assertCanBegin(environment, redirectUri, 'redirect');
  const authorizeUrl = signInPageUrl(context);
  const { state, codeVerifier, codeChallenge } = await createSignInProof(environment.crypto());
  if (signal.aborted) throw abortReason(signal);
  pendingOf(context).add(state, { codeVerifier, redirectUri, returnTo: returnPath(returnTo, redirectUri) });
  const request = { clientId, redirectUri, state, codeChallenge, responseMode: 'query' } as const;
  environment.goTo(authorizationUrl(authorizeUrl, request));
}

/**
 * Completes a redirect with the response of the sign-in page.
 *
 * @throws {DiscovrError} `AUTH_FAILED` when this tab did not begin the sign-in, or when the sign-in began more than ten
 * minutes ago or was completed before; the errors of {@link redeemResponse}.
 */
export async function completeRedirect(
  context: WebSignInContext,
  response: AuthorizationResponse,
  signal: AbortSignal,
): Promise<CompletedWebSignIn> {
  // Removed first, so that a response cannot be used a second time, even if the next steps fail.
  const pending = pendingOf(context).take(response.state);
  if (!pending) {
    throw new DiscovrError(
      'AUTH_FAILED',
      'The response in this URL does not belong to a sign-in begun in this tab within the last 10 minutes. Begin the ' +
        'sign-in again, and remove the response from the URL of the page after use.',
    );
  }
  const { kept } = await redeemResponse(context, { ...pending, response, signal });
  const returnTo = returnPath(pending.returnTo, pending.redirectUri);
  return { kept, ...(returnTo !== undefined && { returnTo }) };
}

function pendingOf({ basePath, clientId, environment, now }: WebSignInContext): PendingSignIns {
  return pendingSignIns({ basePath, clientId, now, storage: () => environment.storage() });
}

/** What is stored about a redirect while the user is on the sign-in page. It is not enough to sign in. */
interface PendingSignIn {
  readonly codeVerifier: string;
  readonly redirectUri: string;
  readonly returnTo?: string | undefined;
  /** When the redirect began, in milliseconds by this device's clock. */
  readonly beganAt: number;
}

const pendingSignIn = object<PendingSignIn>({
  codeVerifier: textThat((verifier) => CODE_VERIFIER.test(verifier)),
  redirectUri: textThat(isRedirectUri),
  returnTo: optional(text(0)),
  beganAt: numberUpTo(Infinity),
});

/** Unfinished redirects by `state`. Each can be used once, within ten minutes, by one app. */
interface PendingSignIns {
  add(state: string, pending: Omit<PendingSignIn, 'beganAt'>): void;
  /** Removes an entry and returns it. Returns `undefined` if it is missing or has expired. */
  take(state: string): PendingSignIn | undefined;
}

interface PendingSignInsOptions {
  readonly basePath: string;
  readonly clientId: string;
  readonly storage: WebSignInEnvironment['storage'];
  readonly now: () => number;
}

/**
 * Returns the unfinished redirects of an app in this tab.
 *
 * The methods of the result throw a `DiscovrError` with `AUTH_FAILED` when the browser does not allow the page to store
 * data.
 */
function pendingSignIns({ basePath, clientId, storage, now }: PendingSignInsOptions): PendingSignIns {
  const name = `${namespaceOf(basePath, clientId)}-webSignIn`;

  const read = (): Map<string, PendingSignIn> => {
    // A negative age means that the clock was set back after the redirect began.
    const isFresh = (age: number) => age >= 0 && age < WEB_SIGN_IN_LIFETIME_MS;
    return new Map(parse(storage().getItem(name)).filter(([, { beganAt }]) => isFresh(now() - beganAt)));
  };
  const write = (pending: ReadonlyMap<string, PendingSignIn>) => {
    if (pending.size > 0) storage().setItem(name, JSON.stringify(Object.fromEntries(pending)));
    else storage().removeItem(name);
  };

  return {
    add: (state, pending) => withStorageError(() => write(read().set(state, { ...pending, beganAt: now() }))),
    take: (state) =>
      withStorageError(() => {
        const pending = read();
        const taken = pending.get(state);
        pending.delete(state);
        write(pending);
        return taken;
      }),
  };
}

/** Returns the valid entries. An entry without a valid verifier cannot prove that this app began the sign-in. */
function parse(stored: string | null): [string, PendingSignIn][] {
  try {
    return Object.entries<unknown>(JSON.parse(stored ?? '{}')).flatMap(([state, value]) => {
      const pending = readOrUndefined(pendingSignIn, value);
      return pending ? [[state, pending]] : [];
    });
  } catch {
    // Other code wrote this value, so it counts as empty.
    return [];
  }
}

function withStorageError<T>(access: () => T): T {
  try {
    return access();
  } catch (cause) {
    throw new DiscovrError(
      'AUTH_FAILED',
      'The sign-in by redirect needs sessionStorage, and the browser does not allow this page to use it. Sign in by ' +
        'popup or by code, or pass another storage as webSignIn.environment.storage.',
      { cause },
    );
  }
}

/**
 * Returns the path to go to after a sign-in: `returnTo` if it is a path, or the path of a URL of the app's origin.
 * Returns `undefined` for anything else: `//host`, `/\host` and other schemes lead to another site.
 *
 * @param redirectUri a URL of the app.
 */
export function returnPath(returnTo: string | undefined, redirectUri: string): string | undefined {
  // Browsers drop tabs and line breaks when they parse a URL, and treat a backslash as a slash.
  if (!returnTo || /[\\\p{Cc}]/u.test(returnTo)) return undefined;
  const isPath = returnTo.startsWith('/');
  if (!isPath && !/^https?:\/\//i.test(returnTo)) return undefined;
  const origin = parseUrl(redirectUri)?.origin;
  const url = parseUrl(returnTo, origin);
  // A path such as `/.//host` resolves to `//host`.
  if (!url || url.origin !== origin || url.pathname.startsWith('//')) return undefined;
  return isPath ? returnTo : `${url.pathname}${url.search}${url.hash}`;
}

import * as z from 'zod/mini';
import { DiscovrError } from '../../api/errors/discovrError.js';
import { CODE_VERIFIER } from './pkce.js';
import { namespaceOf } from '../store/namespace.js';
import { isRedirectUri } from './redirectUri.js';
import { WEB_SIGN_IN_LIFETIME_MS } from '../timing.js';
import type { WebSignInEnvironment } from './webSignInEnvironment.js';

const pendingSchema = z.object({
  codeVerifier: z.string().check(z.regex(CODE_VERIFIER)),
  redirectUri: z.string().check(z.refine(isRedirectUri)),
  returnTo: z.optional(z.string()),
  /** When the redirect began, in milliseconds by this device's clock. */
  beganAt: z.number(),
});
const pendingByStateSchema = z.record(z.string(), z.unknown());

/** What is stored about a redirect while the user is on the sign-in page. It is not enough to sign in. */
type PendingSignIn = z.infer<typeof pendingSchema>;

/** Unfinished redirects by `state`. Each can be used once, within ten minutes, by one app. */
export interface PendingSignIns {
  add(state: string, pending: Omit<PendingSignIn, 'beganAt'>): void;
  /** Removes an entry and returns it. Returns `undefined` if it is missing or has expired. */
  take(state: string): PendingSignIn | undefined;
}

/** Options of {@link pendingSignIns}. */
export interface PendingSignInsOptions {
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
export function pendingSignIns({ basePath, clientId, storage, now }: PendingSignInsOptions): PendingSignIns {
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
function parse(text: string | null): [string, PendingSignIn][] {
  try {
    return Object.entries(pendingByStateSchema.parse(JSON.parse(text ?? '{}'))).flatMap(([state, value]) => {
      const { data } = pendingSchema.safeParse(value);
      return data ? [[state, data]] : [];
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

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
  /** When the redirect began, in milliseconds of this device's clock. */
  beganAt: z.number(),
});
const pendingByStateSchema = z.record(z.string(), z.unknown());

/** What is remembered of a redirect while the page is away: none of it signs anybody in by itself. */
type PendingSignIn = z.infer<typeof pendingSchema>;

/** Redirects that have begun and not ended, by `state`. Each is good once, for ten minutes, and for one app. */
export interface PendingSignIns {
  add(state: string, pending: Omit<PendingSignIn, 'beganAt'>): void;
  /** Takes one out; `undefined` where there is none, or no longer. */
  take(state: string): PendingSignIn | undefined;
}

/** What {@link pendingSignIns} needs. */
export interface PendingSignInsOptions {
  readonly basePath: string;
  readonly clientId: string;
  readonly storage: WebSignInEnvironment['storage'];
  readonly now: () => number;
}

/**
 * The redirects an app has begun in this tab.
 *
 * @throws {DiscovrError} `AUTH_FAILED` from its methods where the browser does not let the page store anything.
 */
export function pendingSignIns({ basePath, clientId, storage, now }: PendingSignInsOptions): PendingSignIns {
  const name = `${namespaceOf(basePath, clientId)}-webSignIn`;

  const read = (): Map<string, PendingSignIn> => {
    // One from the future was begun before the clock was set.
    const isFresh = (age: number) => age >= 0 && age < WEB_SIGN_IN_LIFETIME_MS;
    return new Map(parse(storage().getItem(name)).filter(([, { beganAt }]) => isFresh(now() - beganAt)));
  };
  const write = (pending: ReadonlyMap<string, PendingSignIn>) => {
    if (pending.size > 0) storage().setItem(name, JSON.stringify(Object.fromEntries(pending)));
    else storage().removeItem(name);
  };

  return {
    add: (state, pending) => explained(() => write(read().set(state, { ...pending, beganAt: now() }))),
    take: (state) =>
      explained(() => {
        const pending = read();
        const taken = pending.get(state);
        pending.delete(state);
        write(pending);
        return taken;
      }),
  };
}

/** The entries that can be read; one without a verifier could prove nothing. */
function parse(text: string | null): [string, PendingSignIn][] {
  try {
    return Object.entries(pendingByStateSchema.parse(JSON.parse(text ?? '{}'))).flatMap(([state, value]) => {
      const { data } = pendingSchema.safeParse(value);
      return data ? [[state, data]] : [];
    });
  } catch {
    // Somebody else wrote it: as good as nothing.
    return [];
  }
}

function explained<T>(access: () => T): T {
  try {
    return access();
  } catch (cause) {
    throw new DiscovrError(
      'AUTH_FAILED',
      'Signing in by redirect needs sessionStorage, and the browser refuses it to this page. Sign in by window or by a ' +
        'code, or pass another storage as webSignIn.environment.storage.',
      { cause },
    );
  }
}

import type { ServerSettings, VisitRequest } from '../serverSettings.js';

/** Cookie of an unfinished web sign-in. */
type StateCookie = `state-${string}`;

/** Cookies of the server, by what they keep. */
type CookieKind = 'refresh' | 'session' | 'signOut' | StateCookie;

/** Longest value of a cookie, in bytes. Browsers drop cookies of more than 4,096 bytes with name and attributes. */
export const MAX_COOKIE_LENGTH = 3_800;

/** Cookies of one request, and the changes to them that its response makes. */
export interface VisitCookies {
  get(kind: CookieKind): string | undefined;
  set(kind: CookieKind, value: string, maxAgeSeconds: number): void;
  /** Deletes a cookie, if the request has it. */
  clear(kind: CookieKind): void;
  /** Whether the response sets a cookie of the sign-in. */
  readonly setsSignIn: boolean;
  /** Drops the changes to the cookies of the sign-in. */
  discardSignIn(): void;
  /** Returns which unfinished web sign-ins the request has. */
  states(): readonly StateCookie[];
  /** Returns the values of the `Set-Cookie` headers. */
  changes(): readonly string[];
  /** Returns the `Cookie` header of the request with the changes made, for code that handles the request later. */
  header(): string;
}

/** Reads the cookies of a request. */
export function visitCookies(request: VisitRequest, settings: ServerSettings): VisitCookies {
  const isPlain = settings.originOf(request).startsWith('http:');
  // Browsers accept the prefix only over HTTPS. It keeps other subdomains from setting the cookie.
  const prefix = `${isPlain ? '' : '__Host-'}${settings.cookieName}-`;
  const pairs = parse(request.headers.get('cookie') ?? '');
  const sent = new Map<string, string | undefined>();
  // A browser has each of these cookies once. Of two with one name, any could be planted.
  for (const [name, value] of pairs) sent.set(name, sent.has(name) ? undefined : value);
  const changed = new Map<CookieKind, { value: string; maxAge: number }>();
  return {
    get: (kind) => (changed.has(kind) ? changed.get(kind)?.value || undefined : sent.get(prefix + kind)),
    set: (kind, value, maxAge) => void changed.set(kind, { value, maxAge: Math.floor(maxAge) }),
    clear(kind) {
      if (sent.has(prefix + kind)) changed.set(kind, { value: '', maxAge: 0 });
      else changed.delete(kind);
    },
    get setsSignIn() {
      return [changed.get('refresh'), changed.get('session')].some((change) => change?.value);
    },
    discardSignIn() {
      changed.delete('refresh');
      changed.delete('session');
    },
    states: () =>
      [...sent].flatMap(([name, value]): StateCookie[] => {
        const start = `${prefix}state-`;
        return name.startsWith(start) && value !== undefined ? [`state-${name.slice(start.length)}`] : [];
      }),
    changes: () =>
      [...changed].map(([kind, { value, maxAge }]) => {
        const flags = `Path=/; HttpOnly; SameSite=Lax${isPlain ? '' : '; Secure'}`;
        return `${prefix}${kind}=${value}; Max-Age=${maxAge}; ${flags}`;
      }),
    header() {
      const own = new Set([...changed.keys()].map((kind) => prefix + kind));
      const kept = pairs.filter(
        ([name]) => !own.has(name) && !(name.startsWith(prefix) && sent.get(name) === undefined),
      );
      const added = [...changed].flatMap(([kind, { value }]) => (value ? [[prefix + kind, value]] : []));
      return [...kept, ...added].map((pair) => pair.join('=')).join('; ');
    },
  };
}

/** A cookie. Around its name and value, only spaces and tabs are ignored, as browsers do. */
const PAIR = /^[ \t]*((?:[!-<>-~][^=]*)?[!-<>-~])[ \t]*=[ \t]*(.*[^ \t])?[ \t]*$/s;
const WITHOUT_CONTROLS = /^[\t -~\x80-\uffff]*$/;

/**
 * Returns the cookies of a header. Drops those that another program may read differently: a browser does not check the
 * prefix of a name that begins with a no-break space, which `trim()` removes.
 */
function parse(header: string): [name: string, value: string][] {
  return header.split(';').flatMap((text): [string, string][] => {
    const [, name, value = ''] = PAIR.exec(text) ?? [];
    return name !== undefined && WITHOUT_CONTROLS.test(text) ? [[name, value]] : [];
  });
}

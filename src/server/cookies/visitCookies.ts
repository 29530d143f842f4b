import type { ServerSettings, VisitRequest } from '../serverSettings.js';

/** Cookies of the server, by what they keep. */
type CookieKind = 'refresh' | 'session' | 'state' | 'signOut';

const KINDS: readonly CookieKind[] = ['refresh', 'session', 'state', 'signOut'];

/** Longest value of a cookie, in bytes. Browsers drop cookies of more than 4,096 bytes with name and attributes. */
export const MAX_COOKIE_LENGTH = 3_800;

/** Cookies of one request, and the changes to them that its response makes. */
export interface VisitCookies {
  get(kind: CookieKind): string | undefined;
  set(kind: CookieKind, value: string, maxAgeSeconds: number): void;
  /** Deletes a cookie, if the request has it. */
  clear(kind: CookieKind): void;
  /** Returns the values of the `Set-Cookie` headers. */
  changes(): readonly string[];
  /** Returns the `Cookie` header of the request with the changes made, for code that handles the request later. */
  header(): string;
}

/** Reads the cookies of a request. */
export function visitCookies(request: VisitRequest, settings: ServerSettings): VisitCookies {
  const isPlain = settings.originOf(request).startsWith('http:');
  // Browsers accept the prefix only over HTTPS. It keeps other subdomains from setting the cookie.
  const nameOf = (kind: CookieKind) => `${isPlain ? '' : '__Host-'}${settings.cookieName}-${kind}`;
  const sent = parse(request.headers.get('cookie') ?? '');
  const changed = new Map<CookieKind, { value: string; maxAge: number }>();
  const sentValue = (kind: CookieKind) => sent.find(([name]) => name === nameOf(kind))?.[1];
  return {
    get: (kind) => (changed.has(kind) ? changed.get(kind)?.value || undefined : sentValue(kind)),
    set: (kind, value, maxAge) => void changed.set(kind, { value, maxAge: Math.floor(maxAge) }),
    clear(kind) {
      if (sentValue(kind) === undefined) changed.delete(kind);
      else changed.set(kind, { value: '', maxAge: 0 });
    },
    changes: () =>
      [...changed].map(([kind, { value, maxAge }]) => {
        const flags = `Path=/; HttpOnly; SameSite=Lax${isPlain ? '' : '; Secure'}`;
        return `${nameOf(kind)}=${value}; Max-Age=${maxAge}; ${flags}`;
      }),
    header() {
      const own = new Set([...changed.keys()].map(nameOf));
      const kept = sent.filter(([name]) => !own.has(name));
      const added = KINDS.flatMap((kind): [string, string][] => {
        const value = changed.get(kind)?.value;
        return value ? [[nameOf(kind), value]] : [];
      });
      return [...kept, ...added].map(([name, value]) => `${name}=${value}`).join('; ');
    },
  };
}

function parse(header: string): [name: string, value: string][] {
  return header.split(';').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]] : [];
  });
}

import type { VisitCookies } from '../cookies/visitCookies.js';
import type { ServerParts } from '../serverParts.js';

/** Request to a route. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  /** Public origin of the app. */
  readonly origin: string;
  readonly cookies: VisitCookies;
  /** Value of the placeholder in the path of the route. */
  readonly id: string;
}

/** Route below the mount path. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with at most one placeholder, `*`. */
  readonly path: string;
  /** Whether other sites may link here. Only for navigations and static files. */
  readonly isOpen?: boolean;
  readonly handle: (visit: Visit, parts: ServerParts) => Promise<Response> | Response;
}

/** Finds the route of a path below the mount path, with the value of the placeholder. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly id: string } | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    const isMatch = pattern.length === parts.length && pattern.every((part, at) => part === '*' || part === parts[at]);
    if (route.method !== method || !isMatch) continue;
    const id = decoded(parts[pattern.indexOf('*')] ?? '');
    return id === undefined || (id === '' && pattern.includes('*')) ? undefined : { route, id };
  }
  return undefined;
}

/** Decodes a part of a path or a header. Returns `undefined` if it is malformed. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

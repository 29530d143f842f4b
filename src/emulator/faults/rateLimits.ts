import { isOnRoute, type EmulatorRoute } from '../route.js';

/** Limit on how often a route may be requested. */
export interface RateLimit {
  /** Minimum interval between two requests, in milliseconds. 0 removes the limit. */
  readonly every: number;
}

/** Rate limits of one emulator. */
export interface RateLimits {
  /** Limits a route. Replaces an existing limit of the route. */
  set(route: EmulatorRoute, limit: RateLimit): void;
  /** Returns `undefined` if a request is allowed, otherwise the whole seconds to wait. */
  admit(request: { method: string; path: string }): number | undefined;
}

/** Creates an empty set of rate limits. Rejected requests do not extend the wait. */
export function createRateLimits(now: () => number): RateLimits {
  const limits = new Map<EmulatorRoute, { readonly every: number; opensAtMs: number }>();
  return {
    set(route, { every }) {
      if (every > 0) limits.set(route, { every, opensAtMs: -Infinity });
      else limits.delete(route);
    },
    admit(request) {
      const time = now();
      const matching = [...limits].filter(([route]) => isOnRoute(route, request)).map(([, limit]) => limit);
      const opensAtMs = Math.max(...matching.map((limit) => limit.opensAtMs));
      if (time < opensAtMs) return Math.ceil((opensAtMs - time) / 1000);
      for (const limit of matching) limit.opensAtMs = time + limit.every;
      return undefined;
    },
  };
}

import { isOnRoute, type EmulatorRoute } from '../route.js';

/** How often a route may be asked. */
export interface RateLimit {
  /** Milliseconds that must lie between two requests; 0 lifts the limit. */
  readonly every: number;
}

/** The limits of one emulator. */
export interface RateLimits {
  /** Limits a route; a new limit takes the place of an earlier one of the same route. */
  set(route: EmulatorRoute, limit: RateLimit): void;
  /** Lets a request through as `undefined`, or tells in how many whole seconds to ask again. */
  admit(request: { method: string; path: string }): number | undefined;
}

/** Makes an emulator's limits: none at first. A request that was refused does not push the next one away. */
export function createRateLimits(now: () => number): RateLimits {
  const limits = new Map<EmulatorRoute, { readonly every: number; opensAtMs: number }>();
  return {
    set(route, { every }) {
      if (every > 0) limits.set(route, { every, opensAtMs: -Infinity });
      else limits.delete(route);
    },
    admit(request) {
      const time = now();
      const concerned = [...limits].filter(([route]) => isOnRoute(route, request)).map(([, limit]) => limit);
      const opensAtMs = Math.max(...concerned.map((limit) => limit.opensAtMs));
      if (time < opensAtMs) return Math.ceil((opensAtMs - time) / 1000);
      for (const limit of concerned) limit.opensAtMs = time + limit.every;
      return undefined;
    },
  };
}

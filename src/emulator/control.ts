import type { EmulatorState } from './types.js';
import {
  decideAuthorization,
  readAuthorizationRequest,
  type AuthorizationOutcome,
  type AuthorizationRequest,
} from './auth/authorization.js';
import { decideDevice } from './auth/deviceCodes.js';
import type { EmulatorConnection } from './emulatorConnection.js';
import type { EmulatorFault, FailNextOptions } from './faults/faults.js';
import { Problem } from './http/problem.js';
import type { StoredProfile } from './profiles/profiles.js';
import type { RateLimit } from './faults/rateLimits.js';
import type { EmulatorRequest } from './requestLog.js';
import type { EmulatorRoute } from './route.js';

/** Controls of one emulator: faults, expiry, sign-in decisions and the request log. */
export interface EmulatorControl {
  /** Makes the next request fail, or the next `times` requests, on any route or only on `route`. */
  failNext(fault: EmulatorFault, options?: FailNextOptions): void;
  /** Removes the faults that have not been applied to a request yet. */
  clearFaults(): void;
  /** Sets the delay before each further request is handled, in milliseconds. */
  setLatency(milliseconds: number): void;
  /**
   * Limits how often a route may be requested, by the clock of the emulator. Requests that arrive too soon get
   * `RATE_LIMITED` with `Retry-After`. All paths of a route with a placeholder share one limit. To limit the polling
   * of only one device, pass the full path with its device code.
   */
  limitRate(route: EmulatorRoute, limit: RateLimit): void;
  /** Switches the connection off or on. While it is off, each request rejects with a `TypeError`. */
  setOffline(isOffline: boolean): void;
  /** Expires all session tokens minted so far: requests with them get `TOKEN_EXPIRED`. */
  expireSession(): void;
  /** Makes all pages outdated: requests for them get `SESSION_EXPIRED`, and `POST /pages` creates new ones. */
  outdatePages(): void;
  /**
   * Revokes a refresh token, or all of them. Session tokens already minted stay valid.
   *
   * @throws {Error} when the refresh token is not in use.
   */
  revoke(refreshToken?: string): void;
  /**
   * Approves the device that shows this user code.
   *
   * @throws {Error} when no waiting device has this user code.
   */
  approveDevice(userCode: string): void;
  /**
   * Denies the device that shows this user code.
   *
   * @throws {Error} when no waiting device has this user code.
   */
  denyDevice(userCode: string): void;
  /**
   * Acts as the user in a web sign-in: validates the URL that an app opened, as the sign-in page does, and returns the
   * result that the app would receive.
   *
   * @throws {Error} when the URL is not a valid sign-in URL.
   */
  authorize(url: string | URL, decision?: 'signIn' | 'cancel'): AuthorizationOutcome;
  /** Returns the profiles of the account, newest first. */
  profiles(): readonly StoredProfile[];
  /** The last 1,000 requests, oldest first. */
  readonly requests: readonly EmulatorRequest[];
  /** Counts the requests of a route, such as `POST /pages` or `GET /pages/:id`, among the last 1,000. */
  count(route: EmulatorRoute): number;
}

/** Creates the controls of an emulator. */
export function createControl(state: EmulatorState, line: EmulatorConnection): EmulatorControl {
  return {
    failNext: (fault, options) => line.faults.add(fault, options),
    clearFaults: () => line.faults.clear(),
    setLatency(milliseconds) {
      line.latencyMs = milliseconds;
    },
    limitRate: (route, limit) => line.rates.set(route, limit),
    setOffline(isOffline) {
      line.isOffline = isOffline;
    },
    expireSession() {
      for (const session of state.sessions.values()) session.isExpired = true;
    },
    outdatePages() {
      for (const page of state.pages.values()) page.isOutdated = true;
      state.pageIds.clear();
    },
    revoke(refreshToken) {
      if (refreshToken === undefined) state.grants.clear();
      else if (!state.grants.delete(refreshToken)) {
        throw new Error(
          'control.revoke: this refresh token is not in use. Pass a token that this emulator issued, or none to revoke all.',
        );
      }
    },
    approveDevice: (userCode) => decideDevice(state, userCode, 'approved'),
    denyDevice: (userCode) => decideDevice(state, userCode, 'denied'),
    authorize: (url, decision = 'signIn') => decideAuthorization(state, authorizationRequestAt(new URL(url)), decision),
    profiles: () => [...state.profiles],
    requests: line.log.requests,
    count: (route) => line.log.count(route),
  };
}

function authorizationRequestAt({ pathname, searchParams }: URL): AuthorizationRequest {
  if (pathname !== '/authorize') {
    throw new Error(`control.authorize: a web sign-in starts at /authorize, not at ${pathname}.`);
  }
  try {
    return readAuthorizationRequest(searchParams);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const issues = error.details.issues?.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');
    throw new Error(`control.authorize: this URL is not a valid sign-in request. ${issues}`, { cause: error });
  }
}

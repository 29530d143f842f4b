import type { EmulatorState } from './types.js';
import { decideAuthorization, type AuthorizationOutcome } from './auth/authorization.js';
import { readAuthorizationRequest, type AuthorizationRequest } from './auth/authorizationRequest.js';
import { decideDevice } from './auth/deviceCodes.js';
import type { EmulatorLine } from './emulatorLine.js';
import type { EmulatorFault, FailNextOptions } from './faults/faults.js';
import { Problem } from './http/problem.js';
import type { StoredProfile } from './profiles/profiles.js';
import type { RateLimit } from './faults/rateLimits.js';
import type { EmulatorRequest } from './requestLog.js';
import type { EmulatorRoute } from './route.js';

/** Switches of one emulator: what goes wrong, what time does, and what was asked. */
export interface EmulatorControl {
  /** Makes the next request fail, or as many as `times` says, on any route or the one named. */
  failNext(fault: EmulatorFault, options?: FailNextOptions): void;
  /** Forgets the faults that have not met a request yet. */
  clearFaults(): void;
  /** Lets each further request wait, in milliseconds. */
  setLatency(milliseconds: number): void;
  /**
   * Answers `RATE_LIMITED` with `Retry-After` to requests of a route that come sooner after one another than told, by
   * the emulator's clock. A placeholder stands for all: name a device's own path to limit its poll alone.
   */
  limitRate(route: EmulatorRoute, limit: RateLimit): void;
  /** Takes the connection away, or gives it back; while it is away each request rejects with a `TypeError`. */
  setOffline(isOffline: boolean): void;
  /** Ends all session tokens minted so far: they answer `TOKEN_EXPIRED`. */
  expireSession(): void;
  /** Makes all pages of today's sessions old: they answer `SESSION_EXPIRED`, and their filters make new pages. */
  outdatePages(): void;
  /** Revokes a refresh token, or all of them; session tokens already minted stay good. */
  revoke(refreshToken?: string): void;
  /** Approves the device that shows this user code. */
  approveDevice(userCode: string): void;
  /** Denies the device that shows this user code. */
  denyDevice(userCode: string): void;
  /**
   * Takes the person's part in a web sign-in: reads the address an app opened as strictly as its page does, and gives
   * back what the app would receive. Throws where the address is not valid.
   */
  authorize(address: string | URL, decision?: 'signIn' | 'cancel'): AuthorizationOutcome;
  /** The account's profiles, newest first. */
  profiles(): readonly StoredProfile[];
  /** The last 1,000 requests, oldest first. */
  readonly requests: readonly EmulatorRequest[];
  /** Counts the requests of a route, such as `POST /pages` or `GET /pages/:id`, among the last 1,000. */
  count(route: EmulatorRoute): number;
}

/** Makes the switches of an emulator. */
export function createControl(state: EmulatorState, line: EmulatorLine): EmulatorControl {
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
          'control.revoke: this refresh token is not in use. Pass one of this emulator, or none for all.',
        );
      }
    },
    approveDevice: (userCode) => decideDevice(state, userCode, 'approved'),
    denyDevice: (userCode) => decideDevice(state, userCode, 'denied'),
    authorize: (address, decision = 'signIn') =>
      decideAuthorization(state, authorizationRequestAt(new URL(address)), decision),
    profiles: () => [...state.profiles],
    requests: line.log.requests,
    count: (route) => line.log.count(route),
  };
}

function authorizationRequestAt({ pathname, searchParams }: URL): AuthorizationRequest {
  if (pathname !== '/authorize') {
    throw new Error(`control.authorize: a sign-in begins at /authorize, not at ${pathname}.`);
  }
  try {
    return readAuthorizationRequest(searchParams);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const issues = error.details.issues?.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');
    throw new Error(`control.authorize: this address is not a valid sign-in. ${issues}`, { cause: error });
  }
}

import type { EmulatorState, RefreshGrant, StoredDeviceCode } from '../types.js';
import { DEVICE_CODE_LIFETIME_MS, issueRefreshToken } from './tokens.js';
import { Problem } from '../http/problem.js';

const USER_CODES = 10_000;

/**
 * Issues a device code with a user code that no other waiting device has. When all user codes are taken, drops the
 * oldest waiting device and reuses its user code.
 */
export function requestDeviceCode(state: EmulatorState): StoredDeviceCode {
  dropExpired(state);
  const code: StoredDeviceCode = {
    deviceCode: `dvc_${state.makeIdentifier('deviceCode', 24)}`,
    userCode: freeUserCode(state),
    expiresAtMs: state.now() + DEVICE_CODE_LIFETIME_MS,
  };
  state.deviceCodes.set(code.deviceCode, code);
  state.userCodes.set(code.userCode, code);
  return code;
}

/**
 * Handles a poll. Returns a grant at the first poll after the approval, and `undefined` until the user decides.
 *
 * @throws {Problem} TOKEN_INVALID, TOKEN_EXPIRED or AUTH_FAILED when the code is unknown, expired or denied.
 */
export function pollDeviceCode(state: EmulatorState, deviceCode: string): RefreshGrant | undefined {
  const code = state.deviceCodes.get(deviceCode);
  // The contract specifies 401 for these three cases; the error codes are inferred.
  if (!code) throw new Problem('TOKEN_INVALID', 'The device code is unknown or has been used.');
  if (state.now() >= code.expiresAtMs) throw new Problem('TOKEN_EXPIRED', 'The device code has expired.');
  if (code.decision === 'denied') throw new Problem('AUTH_FAILED', 'The user denied this device.');
  if (code.decision === undefined) return undefined;
  forgetDevice(state, code);
  return issueRefreshToken(state);
}

/** Returns the device that has the given user code and waits for a decision, which is final (RFC 8628). */
export function waitingDevice(state: EmulatorState, userCode: string): StoredDeviceCode | undefined {
  const code = state.userCodes.get(userCode);
  return code && !code.decision && state.now() < code.expiresAtMs ? code : undefined;
}

/**
 * Records the user's decision about the waiting device that has the given user code.
 *
 * @throws {Error} when no waiting device has this user code.
 */
export function decideDevice(state: EmulatorState, userCode: string, decision: 'approved' | 'denied'): void {
  const code = waitingDevice(state, userCode);
  if (!code) {
    throw new Error(`No waiting device has the user code "${userCode}". Call POST /auth/device-codes first.`);
  }
  code.decision = decision;
}

function freeUserCode(state: EmulatorState): string {
  const [oldest] = state.deviceCodes.values();
  if (oldest && state.userCodes.size === USER_CODES) {
    forgetDevice(state, oldest);
    return oldest.userCode;
  }
  let number = Number.parseInt(state.makeIdentifier('userCode', 8), 16) % USER_CODES;
  while (state.userCodes.has(userCodeOf(number))) number = (number + 1) % USER_CODES;
  return userCodeOf(number);
}

function userCodeOf(number: number): string {
  return String(number).padStart(4, '0');
}

function dropExpired(state: EmulatorState): void {
  // All codes have the same lifetime, so the oldest expire first.
  for (const code of state.deviceCodes.values()) {
    if (state.now() < code.expiresAtMs) return;
    forgetDevice(state, code);
  }
}

function forgetDevice(state: EmulatorState, { deviceCode, userCode }: StoredDeviceCode): void {
  state.deviceCodes.delete(deviceCode);
  state.userCodes.delete(userCode);
}

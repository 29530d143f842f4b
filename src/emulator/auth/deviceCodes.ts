import type { EmulatorState, RefreshGrant, StoredDeviceCode } from '../types.js';
import { DEVICE_CODE_LIFETIME_MS } from './lifetimes.js';
import { Problem } from '../http/problem.js';
import { issueRefreshToken } from './refreshTokens.js';

const USER_CODES = 10_000;

/**
 * Hands out a device code with a user code that no other waiting device shows. When all user codes are taken, the device
 * that has waited longest gives up its own.
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

/** Answers a poll: a sign-in once after the approval, `undefined` while the person has not decided. */
export function pollDeviceCode(state: EmulatorState, deviceCode: string): RefreshGrant | undefined {
  const code = state.deviceCodes.get(deviceCode);
  // The contract says 401 for these three; which code goes with which is inferred.
  if (!code) throw new Problem('TOKEN_INVALID', 'The device code is unknown or was used.');
  if (state.now() >= code.expiresAtMs) throw new Problem('TOKEN_EXPIRED', 'The device code has expired.');
  if (code.decision === 'denied') throw new Problem('AUTH_FAILED', 'The person denied this device.');
  if (code.decision === undefined) return undefined;
  forgetDevice(state, code);
  return issueRefreshToken(state);
}

/** Finds the device that shows a user code, while it waits. */
export function waitingDevice(state: EmulatorState, userCode: string): StoredDeviceCode | undefined {
  const code = state.userCodes.get(userCode);
  return code && state.now() < code.expiresAtMs ? code : undefined;
}

/** Records what the person decided about the device that shows a user code. */
export function decideDevice(state: EmulatorState, userCode: string, decision: 'approved' | 'denied'): void {
  const code = waitingDevice(state, userCode);
  if (!code) {
    throw new Error(`No device waits with the user code "${userCode}". Ask POST /auth/device-codes for one first.`);
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
  // All last equally long, so the oldest expire first.
  for (const code of state.deviceCodes.values()) {
    if (state.now() < code.expiresAtMs) return;
    forgetDevice(state, code);
  }
}

function forgetDevice(state: EmulatorState, { deviceCode, userCode }: StoredDeviceCode): void {
  state.deviceCodes.delete(deviceCode);
  state.userCodes.delete(userCode);
}

import type { EmulatorState, RefreshGrant, StoredDeviceCode } from './emulatorState.js';
import { DEVICE_CODE_LIFETIME_MS } from './lifetimes.js';
import { Problem } from './problem.js';
import { issueRefreshToken } from './refreshTokens.js';

const USER_CODES = 10_000;

/** Hands out a device code with a user code that no other waiting device shows. */
export function requestDeviceCode(state: EmulatorState): StoredDeviceCode {
  for (const { deviceCode, expiresAtMs } of [...state.deviceCodes.values()]) {
    if (state.now() >= expiresAtMs) state.deviceCodes.delete(deviceCode);
  }
  const shown = new Set([...state.deviceCodes.values()].map(({ userCode }) => Number(userCode)));
  let userCode = Number.parseInt(state.makeIdentifier('userCode', 8), 16) % USER_CODES;
  while (shown.has(userCode) && shown.size < USER_CODES) userCode = (userCode + 1) % USER_CODES;
  const code: StoredDeviceCode = {
    deviceCode: `dvc_${state.makeIdentifier('deviceCode', 24)}`,
    userCode: String(userCode).padStart(4, '0'),
    expiresAtMs: state.now() + DEVICE_CODE_LIFETIME_MS,
  };
  state.deviceCodes.set(code.deviceCode, code);
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
  state.deviceCodes.delete(deviceCode);
  return issueRefreshToken(state);
}

/** Finds the device that shows a user code, while it waits. */
export function waitingDevice(state: EmulatorState, userCode: string): StoredDeviceCode | undefined {
  const code = [...state.deviceCodes.values()].find((candidate) => candidate.userCode === userCode);
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

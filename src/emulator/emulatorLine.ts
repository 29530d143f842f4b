import { createFaultQueue, type FaultQueue } from './faults/faults.js';
import { createRateLimits, type RateLimits } from './faults/rateLimits.js';
import { createRequestLog, type RequestLog } from './requestLog.js';

/** What lies between a caller and the emulator: the conditions of the connection, and the record of its use. */
export interface EmulatorLine {
  latencyMs: number;
  isOffline: boolean;
  readonly faults: FaultQueue;
  readonly rates: RateLimits;
  readonly log: RequestLog;
}

/** Makes a line in good order. */
export function createEmulatorLine(latencyMs: number, now: () => number): EmulatorLine {
  return {
    latencyMs,
    isOffline: false,
    faults: createFaultQueue(),
    rates: createRateLimits(now),
    log: createRequestLog(),
  };
}

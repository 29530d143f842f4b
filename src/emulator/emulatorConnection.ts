import { createFaultQueue, type FaultQueue } from './faults/faults.js';
import { createRateLimits, type RateLimits } from './faults/rateLimits.js';
import { createRequestLog, type RequestLog } from './requestLog.js';

/** Simulated connection between a caller and the emulator, with its faults and the request log. */
export interface EmulatorConnection {
  latencyMs: number;
  isOffline: boolean;
  readonly faults: FaultQueue;
  readonly rates: RateLimits;
  readonly log: RequestLog;
}

/** Creates a connection without faults. */
export function createEmulatorConnection(latencyMs: number, now: () => number): EmulatorConnection {
  return {
    latencyMs,
    isOffline: false,
    faults: createFaultQueue(),
    rates: createRateLimits(now),
    log: createRequestLog(),
  };
}

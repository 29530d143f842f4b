/**
 * Simulates a million televisions that minted their session tokens in the same minute, for example at the end of a
 * show, and continue playing. Prints the peak number of mints per second at the server, with and without the random
 * timing of the library. The timing comes from the built package. The numbers are simulated, not measured.
 */
import { fileURLToPath } from 'node:url';
import { backoffDelay } from '../dist/session/mints.js';
import { renewalMoment } from '../dist/session/tokenCalls.js';

const DEVICES = 1_000_000;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** How long calls use a token: half a minute less than its lifetime of 30 minutes. */
const USABLE_FOR = 29.5 * MINUTE;
/** Interval between the calls of a player, which scrobbles its progress. */
const CALL_EVERY = 10 * SECOND;
const OUTAGE = { from: 27 * MINUTE, to: 32 * MINUTE };
/** The transport tries a failing mint three times. */
const ATTEMPTS = 3;

const asBuilt = {
  renewal: () => renewalMoment(USABLE_FOR, Math.random()),
  hold: (failures) => backoffDelay(failures, Math.random()),
};
/** Mints only when a call finds that the token has expired, and at each further call until a mint succeeds. */
const naive = { renewal: () => Number.POSITIVE_INFINITY, hold: () => 0 };

/** Returns the peak number of mints per second, on demand only (`naive`) and with the library's timing (`asBuilt`). */
export function simulateMints() {
  return ['an ordinary evening', 'an outage of five minutes'].map((name, index) => {
    const isOut = index === 0 ? () => false : isInOutage;
    return { name, naive: simulate(naive, isOut), asBuilt: simulate(asBuilt, isOut) };
  });
}

function simulate({ renewal, hold }, isOut) {
  const served = new Map();
  const failed = new Map();
  const count = (seconds, at, by = 1) => {
    const second = Math.floor(at / SECOND);
    seconds.set(second, (seconds.get(second) ?? 0) + by);
  };
  for (let device = 0; device < DEVICES; device += 1) {
    const mintedAt = Math.random() * MINUTE;
    const renewsAt = mintedAt + renewal();
    let failures = 0;
    if (Number.isFinite(renewsAt)) {
      if (!isOut(renewsAt)) {
        count(served, renewsAt);
        continue;
      }
      count(failed, renewsAt, ATTEMPTS);
      failures += 1;
    }
    let heldUntil = 0;
    // The first call after the token has expired needs a mint, and so does each call after it until a mint succeeds.
    let call = mintedAt + USABLE_FOR + Math.random() * CALL_EVERY;
    while (isOut(call) || call < heldUntil) {
      if (call >= heldUntil) {
        count(failed, call, ATTEMPTS);
        heldUntil = call + hold(failures);
        failures += 1;
      }
      call += CALL_EVERY;
    }
    count(served, call);
  }
  return { served: Math.max(...served.values()), failed: Math.max(0, ...failed.values()) };
}

function isInOutage(at) {
  return at >= OUTAGE.from && at < OUTAGE.to;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, ...results } of simulateMints()) {
    console.log(name);
    for (const [kind, { served, failed }] of Object.entries(results)) {
      console.log(`  ${kind}: at most ${served} mints and ${failed} failed attempts per second`);
    }
  }
}

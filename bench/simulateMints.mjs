/**
 * Simulates a million televisions whose session tokens were minted in the same minute, at the end of a show, and which
 * go on playing: how many mints a second reach the server at the worst moment, with and without the random parts of the
 * library's own timing. It reads that timing from the built package, and measures no machine.
 */
import { fileURLToPath } from 'node:url';
import { backoffDelay } from '../dist/session/tokens/backoff.js';
import { renewalMoment } from '../dist/session/tokens/sessionToken.js';

const DEVICES = 1_000_000;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Half a minute short of the token's 30. */
const USABLE_FOR = 29.5 * MINUTE;
/** How often a player calls: progress is scrobbled every ten seconds. */
const CALL_EVERY = 10 * SECOND;
const OUTAGE = { from: 27 * MINUTE, to: 32 * MINUTE };
/** A mint that fails is tried three times by the transport. */
const ATTEMPTS = 3;

const asBuilt = {
  renewal: () => renewalMoment(USABLE_FOR, Math.random()),
  hold: (failures) => backoffDelay(failures, Math.random()),
};
/** Mints when a call finds the token at its end, and at each further call until that works. */
const naive = { renewal: () => Number.POSITIVE_INFINITY, hold: () => 0 };

/** Mints a second at the worst moment: by need alone, and as the library is built. */
export function simulateMints() {
  return ['an ordinary evening', 'an outage of five minutes'].map((name, index) => {
    const isOut = index === 0 ? () => false : isInOutage;
    return { name, naive: simulate(naive, isOut), asBuilt: simulate(asBuilt, isOut) };
  });
}

function simulate({ renewal, hold }, isOut) {
  const served = new Map();
  const refused = new Map();
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
      count(refused, renewsAt, ATTEMPTS);
      failures += 1;
    }
    let heldUntil = 0;
    // The next call after the token's end needs a mint, and each one after that until there is one.
    let call = mintedAt + USABLE_FOR + Math.random() * CALL_EVERY;
    while (isOut(call) || call < heldUntil) {
      if (call >= heldUntil) {
        count(refused, call, ATTEMPTS);
        heldUntil = call + hold(failures);
        failures += 1;
      }
      call += CALL_EVERY;
    }
    count(served, call);
  }
  return { served: Math.max(...served.values()), refused: Math.max(0, ...refused.values()) };
}

function isInOutage(at) {
  return at >= OUTAGE.from && at < OUTAGE.to;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, ...results } of simulateMints()) {
    console.log(name);
    for (const [kind, { served, refused }] of Object.entries(results)) {
      console.log(`  ${kind}: ${served} mints a second at most, ${refused} attempts in vain`);
    }
  }
}

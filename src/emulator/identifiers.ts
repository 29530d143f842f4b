import { hash32, mix32, randomHex } from './random.js';

/** Purpose of an id. Each kind has a separate counter, so that its ids do not depend on the ids of other kinds. */
type IdentifierKind =
  'profile' | 'session' | 'page' | 'publicId' | 'deviceCode' | 'refreshToken' | 'userCode' | 'request';

/** Returns the next id of a kind, in hexadecimal digits. */
export type MakeIdentifier = (kind: IdentifierKind, digits: number) => string;

/** Creates a generator of ids: reproducible with a seed, random without one. */
export function createIdentifiers(seed: string | number | undefined): MakeIdentifier {
  if (seed === undefined) return (_kind, digits) => randomHex(digits);
  const counts = new Map<IdentifierKind, number>();
  return (kind, digits) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const start = hash32(`${seed} ${kind} ${count}`);
    let hex = '';
    for (let part = 0; hex.length < digits; part += 1) {
      hex += (mix32(start + Math.imul(part, 0x9e3779b9)) >>> 0).toString(16).padStart(8, '0');
    }
    return hex.slice(0, digits);
  };
}

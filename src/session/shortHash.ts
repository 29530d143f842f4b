/**
 * Returns a short hash of a text: 53 bits in base 36. It distinguishes texts; it is not cryptographic. Stored sign-ins
 * are found by these hashes, so a text must get the same hash in every release.
 */
export function shortHash(text: string): string {
  // FNV-1a twice, because collisions are too likely with 32 bits.
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  // The last characters have affected only some of the bits so far.
  low = stir(low ^ high);
  high = stir(high ^ low);
  return ((high & 0x1fffff) * 2 ** 32 + low).toString(36);
}

/** Mixes a 32-bit number so that each bit affects all others. */
function stir(bits: number): number {
  const half = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  const whole = Math.imul(half ^ (half >>> 15), 0x846ca68b);
  return (whole ^ (whole >>> 16)) >>> 0;
}

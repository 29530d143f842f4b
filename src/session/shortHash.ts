/**
 * A short name for a text: 53 bits in base 36. It tells texts apart; it keeps nothing secret. Stored sign-ins are found by
 * such names, so a text must get the same name in every release.
 */
export function shortHash(text: string): string {
  // FNV-1a in two lanes: one of 32 bits is too short to tell texts apart with certainty.
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  // The last characters have moved only some bits so far.
  low = stir(low ^ high);
  high = stir(high ^ low);
  return ((high & 0x1fffff) * 2 ** 32 + low).toString(36);
}

/** Lets each bit of a 32-bit number move all the others. */
function stir(bits: number): number {
  const half = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  const whole = Math.imul(half ^ (half >>> 15), 0x846ca68b);
  return (whole ^ (whole >>> 16)) >>> 0;
}

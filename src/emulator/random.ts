/** Scatters a 32-bit number: equal in, equal out, and neighbours land far apart. */
export function mix32(number: number): number {
  let mixed = number | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

/** Turns a text into a 32-bit number (FNV-1a); like texts may get like numbers. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

/** Turns a text into a scattered 32-bit number. */
export function hash32(text: string): number {
  return mix32(fnv1a(text));
}

/** Writes as many hexadecimal digits as asked for, by the platform's secure random numbers. */
export function randomHex(digits: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(digits / 2)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, digits);
}

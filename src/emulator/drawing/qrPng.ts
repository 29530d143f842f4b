import { encode } from 'uqr';
import { squarePng } from './png.js';

/** Width of the light border that scanners require, in modules. */
const QUIET_ZONE = 4;

/** Draws a QR code as a square PNG of the given size in pixels. Each module has the same whole number of pixels. */
export function qrPng(text: string, size: number): Uint8Array<ArrayBuffer> {
  const code = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const scale = Math.floor(size / code.size);
  const margin = Math.floor((size - scale * code.size) / 2);
  const moduleAt = Array.from({ length: size }, (_, pixel) => Math.floor((pixel - margin) / scale));
  return squarePng(size, (x, y) => code.data[moduleAt[y]!]?.[moduleAt[x]!] ?? false);
}

/** Converts a PNG to a `data:` URL. */
export function pngDataUrl(png: Uint8Array): string {
  return `data:image/png;base64,${btoa(Array.from(png, (byte) => String.fromCharCode(byte)).join(''))}`;
}

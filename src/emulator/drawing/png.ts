import { encode } from 'uqr';
import { joinBytes } from '../http/requestBody.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Maximum size of an uncompressed block in a zlib stream, in bytes. */
const MAX_BLOCK = 0xffff;

/** Encodes a square black-and-white image as a PNG, uncompressed with one bit per pixel. */
function squarePng(size: number, isBlack: (x: number, y: number) => boolean): Uint8Array<ArrayBuffer> {
  const rowBytes = 1 + Math.ceil(size / 8);
  const rows = new Uint8Array(rowBytes * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const byte = y * rowBytes + 1 + (x >> 3);
      if (!isBlack(x, y)) rows[byte] = rows[byte]! | (0x80 >> (x & 7));
    }
  }
  const header = [...bigEndian(size), ...bigEndian(size), 1, 0, 0, 0, 0];
  return joinBytes([SIGNATURE, chunk('IHDR', header), chunk('IDAT', zlibStored(rows)), chunk('IEND', [])]);
}

function chunk(type: string, data: ArrayLike<number>): Uint8Array {
  const body = joinBytes([Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  return joinBytes([bigEndian(data.length), body, bigEndian(crc32(body))]);
}

function zlibStored(data: Uint8Array): Uint8Array {
  const parts: ArrayLike<number>[] = [[0x78, 0x01]];
  for (let start = 0; start < data.length; start += MAX_BLOCK) {
    const block = data.subarray(start, start + MAX_BLOCK);
    const { length } = block;
    const isLast = Number(start + MAX_BLOCK >= data.length);
    parts.push([isLast, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff], block);
  }
  return joinBytes([...parts, bigEndian(adler32(data))]);
}

function bigEndian(number: number): number[] {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff);
}

const crcOfByte = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) crc = (crc >>> 8) ^ crcOfByte[(crc ^ byte) & 0xff]!;
  return ~crc;
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return (high << 16) | low;
}

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

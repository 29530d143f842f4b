import type { Palette } from '../catalog/artwork.js';

/** Size of a drawing in pixels, and its visible area. */
interface SvgFrame {
  readonly width: number;
  readonly height: number;
  /** SVG view box: left, top, width and height. */
  readonly viewBox: string;
}

/** Returns a drawing as the URL of an SVG image. The URL is safe in attributes and in `url()` in a stylesheet. */
export function svgDataUrl({ width, height, viewBox }: SvgFrame, content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${content}</svg>`;
  const encoded = encodeURIComponent(svg).replace(/['()]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `data:image/svg+xml,${encoded}`;
}

/** Colors of one small drawing: a background, two accents on it, and a light and a dark color. */
export interface DrawingColors {
  readonly field: string;
  readonly bold: string;
  readonly soft: string;
  readonly light: string;
  readonly dark: string;
}

/** Converts the palette of a poster to drawing colors. A poster has light text on a dark background, or vice versa. */
export function drawingColors({ field, bold, soft, ground, ink }: Palette): DrawingColors {
  const [light, dark] = brightness(ground) > brightness(ink) ? [ground, ink] : [ink, ground];
  return { field, bold, soft, light, dark };
}

function brightness(color: string): number {
  return [1, 3, 5].reduce((sum, start) => sum + Number.parseInt(color.slice(start, start + 2), 16), 0);
}

import type { Palette } from '../catalog/artPalettes.js';

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

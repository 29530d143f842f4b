import type { Palette } from '../catalogue/artPalettes.js';

/** Colours of one small picture: a field, two accents on it, and the lightest and darkest of the palette. */
export interface DrawingColours {
  readonly field: string;
  readonly bold: string;
  readonly soft: string;
  readonly light: string;
  readonly dark: string;
}

/** Takes the colours of a picture from a poster's palette, where paper and ink are light and dark in either order. */
export function drawingColours({ field, bold, soft, ground, ink }: Palette): DrawingColours {
  const [light, dark] = brightness(ground) > brightness(ink) ? [ground, ink] : [ink, ground];
  return { field, bold, soft, light, dark };
}

function brightness(colour: string): number {
  return [1, 3, 5].reduce((sum, start) => sum + Number.parseInt(colour.slice(start, start + 2), 16), 0);
}

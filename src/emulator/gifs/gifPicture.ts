import type { DrawingColors } from '../drawing/svg.js';

/** Picture that the GIF search can find. */
export interface GifPicture {
  /** Unique name and first tag. */
  readonly word: string;
  /** Further search terms, in lower case. */
  readonly tags: readonly string[];
  readonly description: string;
  /**
   * Audience rating for the content filter.
   * @default 'g', suitable for all
   */
  readonly rating?: 'g' | 'pg' | 'pg-13';
  /**
   * Animation of the parts in `<g class="moving">`.
   * @default 'bob'
   */
  readonly motion?: GifMotion;
  /** Shape of the image. The drawing is in its center. */
  readonly frame: GifFrame;
  /** Index in `palettes`. */
  readonly palette: number;
  /** Returns the SVG markup of the drawing, on a square of 100 by 100. */
  readonly draw: (colors: DrawingColors) => string;
}

/** Animation that repeats endlessly. */
export type GifMotion = 'bob' | 'sway' | 'pulse' | 'spin' | 'fall' | 'blink';

/** Shape of a picture. */
export type GifFrame = 'square' | 'wide' | 'tall';

/** Draws a disc. */
export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

/** Draws an ellipse. */
export const oval = (x: number, y: number, across: number, down: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${across}" ry="${down}" fill="${fill}"/>`;

/** Draws a rectangle, optionally with rounded corners. */
export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

/** Draws a filled path. */
export const shape = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;

/** Draws a path as a line with round caps and joins. */
export const line = (path: string, stroke: string, width = 4): string =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Marks an animated part of a picture. `x` and `y` are its transform origin, by default the center of the picture. */
export const moving = (content: string, x = 50, y = 50): string =>
  `<g class="moving" style="transform-origin:${x}px ${y}px">${content}</g>`;

/** Draws content once per angle, rotated around a point. */
export const turned = (angles: readonly number[], x: number, y: number, content: string): string =>
  angles.map((angle) => `<g transform="rotate(${angle} ${x} ${y})">${content}</g>`).join('');

/** Draws two eyes at the same height, each at the distance `apart` from the middle. */
export const eyes = (middle: number, y: number, apart: number, radius: number, fill: string): string =>
  disc(middle - apart, y, radius, fill) + disc(middle + apart, y, radius, fill);

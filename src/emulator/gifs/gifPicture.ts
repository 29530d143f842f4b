import type { DrawingColors } from '../drawing/drawingColors.js';

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
